export { ConflictDialog } from './ConflictDialog.tsx'
export { PublishDialog } from './PublishDialog.tsx'
