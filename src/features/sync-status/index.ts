export { ConflictDialog } from './ConflictDialog.tsx'
export { DraftStatus } from './DraftStatus.tsx'
