export { StageDialogs } from './StageDialogs.tsx'
