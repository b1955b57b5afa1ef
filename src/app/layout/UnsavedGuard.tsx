import { useBlocker } from 'react-router'
import { useText } from '../../text/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { useOpenProcess } from '../processSession.ts'

/** Asks before leaving a process whose last changes could not be kept on the device. */
export function UnsavedGuard() {
  const t = useText('app')
  const { save, editor } = useOpenProcess()
  const { id } = editor.store.getState().document.process
  const leaving = useBlocker(
    ({ nextLocation }) =>
      save.kind === 'failed' && !nextLocation.pathname.startsWith(`/processes/${encodeURIComponent(id)}/`),
  )
  return (
    <ConfirmDialog
      open={leaving.state === 'blocked'}
      title={t('leaveTitle')}
      confirmLabel={t('leaveConfirm')}
      danger
      onClose={() => leaving.reset?.()}
      onConfirm={() => leaving.proceed?.()}
    >
      {t('leaveBody')}
    </ConfirmDialog>
  )
}
