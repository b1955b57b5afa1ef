import { useCallback } from 'react'
import { ConflictDialog } from '../../features/publish/index.ts'
import { useText } from '../../text/index.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'
import { useWorkspace } from '../workspaces.ts'

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
  )
}
