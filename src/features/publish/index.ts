export { ConflictDialog } from './ConflictDialog.tsx'
export { PublishDialog, type PublishDialogProps } from './PublishDialog.tsx'
