export { ConflictDialog } from './ConflictDialog.tsx'
export { PublishDialog, type PublishDialogProps } from './PublishDialog.tsx'
export { PublishPolicyPanel } from './PublishPolicyPanel.tsx'
export type { Asking } from './review.ts'
