import { ConflictDialog } from '../../features/sync-status/index.ts'
import { useOpenProcess, useProcessPlace } from '../processSession.ts'

/** The choice between two sides, for as long as there is one to make. What is decided is published. */
export function ResolveConflict({ onClose }: { readonly onClose: () => void }) {
  const { session } = useProcessPlace()
  const { conflict } = useOpenProcess()
  if (!conflict) return null
  return (
    <ConflictDialog
      base={conflict.base}
      mine={conflict.mine}
      theirs={conflict.theirs}
      onClose={onClose}
      onDecided={(decided) => {
        onClose()
        void session.settle(decided, '')
      }}
    />
  )
}
