export { Settings } from './Settings.tsx'
export { isSection } from './sections.ts'
