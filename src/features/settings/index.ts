export type { FieldPlaces } from './FieldUses.tsx'
export { Settings } from './Settings.tsx'
export { isSection } from './sections.ts'
