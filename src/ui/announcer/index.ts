export { activity, announce, watchTyping } from './announcer.ts'
export { useActivity } from './useActivity.ts'
