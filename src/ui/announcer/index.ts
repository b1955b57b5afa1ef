export {
  type Activity,
  type AnnounceOptions,
  activity,
  announce,
  type MessageKind,
  resetAnnouncer,
  watchTyping,
} from './announcer.ts'
export { useActivity } from './useActivity.ts'
