export { StageTable } from './StageTable.tsx'
