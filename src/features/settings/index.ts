export { Settings } from './Settings.tsx'
export { isSection, type SettingsSection } from './sections.ts'
