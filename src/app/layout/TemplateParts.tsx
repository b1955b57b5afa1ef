/** The dialogs of the templates room, each loaded when first opened. */
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { v7 as newId } from 'uuid'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ChosenTemplate } from '../../features/templates/index.ts'
import { useWorkspace } from '../workspaces.ts'
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

export function GalleryPart({ purpose, onUse, onClose }: GalleryPartProps) {
  const { templates, reference, user } = useWorkspace()
  const known = useQuery({ queryKey: ['reference'], queryFn: () => reference() })
  return (
    <LazyPart onGone={onClose}>
      <TemplateGallery
        purpose={purpose}
        shelf={templates}
        companyId={user.company.id}
        reference={known.data ?? null}
        mayManage={user.permissions.includes('manage_reference_data')}
        newId={newId}
        onUse={onUse}
        onClose={onClose}
      />
    </LazyPart>
  )
}

interface SaveTemplatePartProps {
  readonly document: ProcessDocument
  readonly onClose: () => void
}

export function SaveTemplatePart({ document, onClose }: SaveTemplatePartProps) {
  const { templates, user } = useWorkspace()
  return (
    <LazyPart onGone={onClose}>
      <SaveTemplateDialog
        document={document}
        shelf={templates}
        companyName={user.company.name}
        newId={newId}
        onClose={onClose}
      />
    </LazyPart>
  )
}
