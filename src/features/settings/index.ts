export type { FieldPlaces } from './FieldUses.tsx'
export { Settings } from './Settings.tsx'
export { isSection, type SettingsSection } from './sections.ts'
