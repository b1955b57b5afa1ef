import { lazy, useCallback } from 'react'
import { useText } from '../../text/index.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'
import { useWorkspace } from '../workspaces.ts'
import { LazyPart } from './LazyPart.tsx'

const ConflictDialog = lazy(async () => ({
  default: (await import('../../features/publish/index.ts')).ConflictDialog,
}))

/** The choice between two sides, for as long as there is one to make. What is decided is published. */
export function ResolveConflict({ onClose }: { readonly onClose: () => void }) {
  const t = useText('publish')
  const { session } = useProcessPlace()
  const { backend } = useWorkspace()
  const { conflict, pending } = useOpenProcess()
  const about = useCallback((id: string, revision: number) => backend.version(id, revision), [backend])
  if (!conflict) return null
  const { base, mine, theirs } = conflict
  const reason = pending.find((row) => row.state === 'conflict')?.reason ?? ''
  const saveBoth = async () => {
    const { downloadProcess } = await import('../downloadProcess.ts')
    await downloadProcess(mine, { side: t('mine') })
    await downloadProcess(theirs, { side: t('theirs') })
  }
  return (
    <LazyPart onGone={onClose}>
      <ConflictDialog
        base={base}
        mine={mine}
        theirs={theirs}
        about={about}
        onSaveBoth={() => void saveBoth()}
        onClose={onClose}
        onDecided={(decided) => {
          onClose()
          void session.settle(decided, reason)
        }}
      />
    </LazyPart>
  )
}
