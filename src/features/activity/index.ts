export { ActivityDialog } from './ActivityDialog.tsx'
export { ActivityLog } from './ActivityLog.tsx'
