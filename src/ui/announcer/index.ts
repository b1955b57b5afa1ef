export { activity, announce, resetAnnouncer, watchTyping } from './announcer.ts'
export { useActivity } from './useActivity.ts'
