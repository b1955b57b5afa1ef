export { DraftStatus } from './DraftStatus.tsx'
