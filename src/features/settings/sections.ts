/** The parts of the settings, in the order of their menu. */
export const sections = [
  'company',
  'people',
  'categories',
  'actions',
  'approvals',
  'fields',
  'integrations',
  'audit',
  'appearance',
  'accessibility',
  'account',
] as const
export type SettingsSection = (typeof sections)[number]

export const isSection = (name: string | undefined): name is SettingsSection =>
  sections.some((section) => section === name)
