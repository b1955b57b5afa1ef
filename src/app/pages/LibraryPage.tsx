import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import { FileDropZone, ImportDialog } from '../../features/interchange/index.ts'
import { Library, libraryKey } from '../../features/library/index.ts'
import { useText } from '../../text/index.ts'
import { useNavigate } from '../../ui/routing/place.ts'
import { whenIdle } from '../../ui/whenIdle.ts'
import { addressOf } from '../addresses.ts'
import { useEditors } from '../editors.ts'
import { ChecklistPart } from '../layout/ChecklistPart.tsx'
import { GalleryPart, SaveTemplatePart } from '../layout/TemplateParts.tsx'
import { usePage } from '../usePage.ts'
import { keepOf, unfinishedProcess, wizardName } from '../wizardKeep.ts'
import { useAccess } from '../workspaces.ts'

const BackendLimits = lazy(async () => ({
  default: (await import('../layout/BackendLimits.tsx')).BackendLimits,
}))

export function LibraryPage() {
  const t = useText('app')
  usePage(t('title', { page: t('library') }), 'library')
  const access = useAccess()
  const { user, backend } = access
  const cache = useQueryClient()
  const editors = useEditors()
  const navigate = useNavigate()
  useEffect(
    () => access.onEvent(() => void cache.invalidateQueries({ queryKey: libraryKey })),
    [access, cache],
  )
  const [dropped, setDropped] = useState<readonly File[] | null>(null)
  // For the import dialog, which is opened later if at all.
  const reference = useQuery({
    queryKey: ['reference'],
    queryFn: async () => {
      await whenIdle()
      return (await access.workspace()).reference()
    },
  })
  const [unfinished, setUnfinished] = useState(() => unfinishedProcess(user))
  return (
    <FileDropZone onFiles={setDropped} disabled={!user.permissions.includes('configure_process')}>
      <Library
        backend={backend}
        device={access.workspace}
        draftIndex={access.draftIndex}
        editors={editors}
        user={user}
        newId={newId}
        addressOf={(id) => addressOf(id)}
        onOpen={(id) => navigate(addressOf(id))}
        onWizard={() => navigate('/new')}
        gallery={({ onClose, onUse }) => <GalleryPart purpose="start" onUse={onUse} onClose={onClose} />}
        saveTemplate={(given) => <SaveTemplatePart {...given} />}
        unfinished={
          unfinished && {
            ...unfinished,
            onContinue: () => navigate('/new'),
            onDiscard: () => {
              keepOf(user, wizardName).write(null)
              setUnfinished(null)
            },
          }
        }
        checklist={
          <>
            {backend.limits ? (
              <Suspense fallback={null}>
                <BackendLimits limits={backend.limits} brief />
              </Suspense>
            ) : null}
            <ChecklistPart />
          </>
        }
        droppedFiles={dropped}
        onDroppedFilesTaken={() => setDropped(null)}
        importDialog={({ files, takenCodes, onClose, onImported }) => (
          <ImportDialog
            open
            initialFiles={files}
            newId={newId}
            companyId={user.company.id}
            takenCodes={takenCodes}
            reference={reference.data ?? null}
            onClose={onClose}
            onImported={onImported}
          />
        )}
      />
    </FileDropZone>
  )
}
