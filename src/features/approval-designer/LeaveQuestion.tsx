import { useText } from '../../text/index.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { useLeaving } from '../../ui/routing/useLeaving.ts'

interface LeaveQuestionProps {
  readonly open: boolean
  /** Of the workflow, as typed. */
  readonly name: string
  readonly onStay: () => void
  readonly onLeave: () => void
}

/** Asks before changes that were not saved are lost. */
export function LeaveQuestion({ open, name, onStay, onLeave }: LeaveQuestionProps) {
  const t = useText('approvalDesigner')
  return (
    <ConfirmDialog
      open={open}
      title={t('leaveTitle')}
      confirmLabel={t('leave')}
      danger
      onClose={onStay}
      onConfirm={onLeave}
    >
      {t('leaveBody', { name: name.trim() || t('unnamed') })}
    </ConfirmDialog>
  )
}

/** The same where somebody goes to another page by a link or the browser's Back. */
export function PageGuard({ changed, name }: { readonly changed: boolean; readonly name: string }) {
  const leaving = useLeaving(changed)
  return (
    <LeaveQuestion
      open={leaving !== null}
      name={name}
      onStay={() => leaving?.stay()}
      onLeave={() => leaving?.leave()}
    />
  )
}
