import { useText } from '../../text/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { useLeaving } from '../../ui/routing/useLeaving.ts'
import { useOpenProcess } from '../processSession.ts'

/** Asks before leaving a process whose last changes could not be kept on the device. */
export function UnsavedGuard() {
  const t = useText('app')
  const { save, editor } = useOpenProcess()
  const { id } = editor.store.getState().document.process
  const leaving = useLeaving(
    save.kind === 'failed',
    ({ pathname }) => !pathname.startsWith(`/processes/${encodeURIComponent(id)}/`),
  )
  return (
    <ConfirmDialog
      open={leaving !== null}
      title={t('leaveTitle')}
      confirmLabel={t('leaveConfirm')}
      danger
      onClose={() => leaving?.stay()}
      onConfirm={() => leaving?.leave()}
    >
      {t('leaveBody')}
    </ConfirmDialog>
  )
}
