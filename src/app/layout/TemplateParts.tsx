/** The dialogs of the templates room, each loaded when first opened. */
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { v7 as newId } from 'uuid'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ChosenTemplate } from '../../features/templates/index.ts'
import { useAccess, useWorkspace } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

const TemplateGallery = lazy(async () => ({
  default: (await import('../../features/templates/index.ts')).TemplateGallery,
}))
const SaveTemplateDialog = lazy(async () => ({
  default: (await import('../../features/templates/index.ts')).SaveTemplateDialog,
}))

interface GalleryPartProps {
  readonly purpose: 'start' | 'apply'
  readonly onUse: (chosen: ChosenTemplate) => void
  readonly onClose: () => void
}

/** What it needs of this device comes while the dialog opens, not with the page behind it. */
export const GalleryPart = (props: GalleryPartProps) => (
  <LazyPart onGone={props.onClose}>
    <Gallery {...props} />
  </LazyPart>
)

function Gallery({ purpose, onUse, onClose }: GalleryPartProps) {
  const { templates, reference, user } = useWorkspace()
  const { client } = useAccess().backend
  const known = useQuery({ queryKey: ['reference'], queryFn: () => reference() })
  return (
    <TemplateGallery
      purpose={purpose}
      shelf={templates}
      companyId={user.company.id}
      reference={known.data ?? null}
      client={client}
      onBrought={() => known.refetch()}
      mayManage={user.permissions.includes('manage_reference_data')}
      newId={newId}
      onUse={onUse}
      onClose={onClose}
    />
  )
}

interface SaveTemplatePartProps {
  readonly document: ProcessDocument
  readonly onClose: () => void
}

export const SaveTemplatePart = (props: SaveTemplatePartProps) => (
  <LazyPart onGone={props.onClose}>
    <SaveTemplate {...props} />
  </LazyPart>
)

function SaveTemplate({ document, onClose }: SaveTemplatePartProps) {
  const { templates, user } = useWorkspace()
  return (
    <SaveTemplateDialog
      document={document}
      shelf={templates}
      companyName={user.company.name}
      newId={newId}
      onClose={onClose}
    />
  )
}
