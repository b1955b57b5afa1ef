/** The section in which a field stands, so that a wish for the field can open it. */
import { stageSections } from './stage/stageSections.ts'
import { transitionSections } from './transition/transitionSections.ts'

const processSections: Readonly<Record<string, readonly string[]>> = {
  basics: ['processName', 'processCode', 'description', 'isActive', 'isDefault'],
  policies: [
    'policies',
    'allow_rework',
    'probability_must_not_decrease',
    'single_closed_stages',
    'auto_calculate_probability',
    'default_close_offset_days',
  ],
  migrations: ['stageMigrations'],
}

const sections = { stage: stageSections, transition: transitionSections, process: processSections } as const
export type SubjectKind = keyof typeof sections

export function sectionOf(kind: SubjectKind, field: string): string | null {
  const found = Object.entries(sections[kind]).find(([, fields]) => fields.includes(field))
  return found ? `${kind}.${found[0]}` : null
}
