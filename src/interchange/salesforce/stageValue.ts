/** One value of the stage picklist: `<standardValue>` of a value set, or `<picklistValues>` in an old object file. */
import type { SalesStage, StageKind } from '../../domain/process/stage.ts'
import type { ImportedStage } from '../assembly/importedStage.ts'
import type { Loss } from '../reading.ts'
import { asBoolean, asNumber } from '../source/scalars.ts'
import { textOf, type XmlElement } from '../source/xml.ts'

/** API names of forecast categories. `Forecast` is what users see as "Commit". */
const forecastCategories: Readonly<Record<string, SalesStage['forecastCategory']>> = {
  omitted: 'omitted',
  pipeline: 'pipeline',
  bestcase: 'best_case',
  forecast: 'commit',
  commit: 'commit',
  closed: 'closed',
}

const read: ReadonlySet<string> = new Set([
  'fullName',
  'default',
  'label',
  'description',
  'isActive',
  'closed',
  'won',
  'probability',
  'forecastCategory',
])

/** Names of the elements that have no place in a process ("cssExposed"). */
export const unreadParts = (value: XmlElement): string[] =>
  value.children.map((child) => child.name).filter((name) => !read.has(name))

/** True where the value has anything that only opportunity stages have. */
export const looksLikeStage = (value: XmlElement): boolean =>
  ['closed', 'won', 'probability', 'forecastCategory'].some((name) => textOf(value, name) !== null)

export function readStageValue(value: XmlElement, file: string): { stage: ImportedStage; losses: Loss[] } {
  const where = `${file}:${value.line}`
  const fullName = textOf(value, 'fullName')
  const name = textOf(value, 'label') ?? fullName ?? ''
  const losses: Loss[] = []
  const note = (kind: Loss['kind'], sentence: string) =>
    losses.push({ kind, what: name || 'Unnamed stage', ...(name ? { isName: true } : {}), where, sentence })

  const probabilityText = textOf(value, 'probability')
  const probability = asNumber(probabilityText)
  if (probabilityText !== null && probability === null)
    note('dropped', `The probability “${probabilityText.slice(0, 40)}” is not a number.`)
  const forecastText = textOf(value, 'forecastCategory')
  const forecastCategory = forecastText === null ? null : forecastOf(forecastText)
  if (forecastText !== null && forecastCategory === null)
    note('dropped', `The forecast category “${forecastText.slice(0, 40)}” is unknown.`)
  const stage: ImportedStage = {
    externalId: fullName,
    name,
    description: textOf(value, 'description'),
    kind: kindOf(value, note),
    probability,
    forecastCategory,
    isActive: asBoolean(textOf(value, 'isActive')) ?? true,
    isEntry: asBoolean(textOf(value, 'default')) ?? false,
    where,
  }
  return { stage, losses }
}

const forecastOf = (text: string): SalesStage['forecastCategory'] =>
  forecastCategories[text.toLowerCase().replace(/[\s_]/g, '')] ?? null

function kindOf(value: XmlElement, note: (kind: Loss['kind'], sentence: string) => void): StageKind {
  const closed = asBoolean(textOf(value, 'closed'))
  const won = asBoolean(textOf(value, 'won'))
  if (won === true && closed !== true)
    note('guessed', 'The stage is won but not closed in the file; it was imported as closed won.')
  if (won === true) return 'won'
  return closed === true ? 'lost' : 'open'
}
