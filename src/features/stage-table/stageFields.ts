/** The values of a stage that the table holds as text: how each is written, and what a text means or why it means none. */
import type { StageChanges } from '../../domain/commands/changes.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import {
  codePattern,
  forecastCategories,
  type SalesStage,
  stageColors,
  stageKind,
} from '../../domain/process/stage.ts'
import { text as words } from '../../text/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'

export const stageFieldIds = [
  'name',
  'code',
  'kind',
  'probability',
  'color',
  'average',
  'maximum',
  'category',
  'forecast',
  'active',
] as const
export type StageFieldId = (typeof stageFieldIds)[number]

export const stageKinds = ['open', 'won', 'lost'] as const

export type Reading = { readonly changes: StageChanges } | { readonly reason: string }

interface Given {
  readonly document: Pick<ProcessDocument, 'stages'>
  readonly reference: Pick<ReferenceData, 'categories'>
  /** The stage it is meant for; null for one that is not there yet. */
  readonly stage: SalesStage | null
}

/** What a text means for a field of a stage. */
export function readField(field: StageFieldId, given: string, context: Given): Reading {
  const text = given.trim()
  switch (field) {
    case 'name':
      if (text === '') return { reason: words('stageTable', 'nameMissing') }
      return text.length > 100
        ? { reason: words('stageTable', 'nameLong') }
        : { changes: { stageName: text } }
    case 'code':
      return readCode(text, context)
    case 'probability': {
      const kind = context.stage ? stageKind(context.stage) : 'open'
      const number = amount(text.replace(/%$/, ''), context.stage?.defaultProbability ?? null)
      if (kind !== 'open' && number !== (kind === 'won' ? 100 : 0))
        return { reason: words('stageTable', 'closedKeeps') }
      if (!Number.isInteger(number) || number < 0 || number > 100)
        return { reason: words('stageTable', 'probabilityWrong') }
      return { changes: { defaultProbability: number } }
    }
    case 'average':
    case 'maximum': {
      const key = field === 'average' ? 'averageDurationDays' : 'maxDurationDays'
      if (text === '') return { changes: { [key]: null } }
      const number = amount(text, context.stage?.[key] ?? null)
      return number >= 0 ? { changes: { [key]: number } } : { reason: words('stageTable', 'daysWrong') }
    }
    case 'kind': {
      const kind = oneOf(stageKinds, text, (value) => words('stageTable', `kind_${value}`))
      return typeof kind === 'string'
        ? { changes: { isClosedWon: kind === 'won', isClosedLost: kind === 'lost' } }
        : kind
    }
    case 'color': {
      const color = oneOf(stageColors, text, (value) => words('stageTable', `color_${value}`))
      return typeof color === 'string' ? { changes: { color } } : color
    }
    case 'forecast': {
      if (text === '') return { changes: { forecastCategory: null } }
      const found = oneOf(forecastCategories, text, (value) => words('stageTable', `forecast_${value}`))
      return typeof found === 'string' ? { changes: { forecastCategory: found } } : found
    }
    case 'active': {
      const found = oneOf(['yes', 'no'] as const, yesOrNo(text), (value) => words('stageTable', value))
      return typeof found === 'string' ? { changes: { isActive: found === 'yes' } } : found
    }
    case 'category':
      return readCategories(text, context)
  }
}

/** The value as text; what `readField` reads back as the same. */
export function writeField(
  field: StageFieldId,
  stage: SalesStage,
  { categories }: Pick<ReferenceData, 'categories'>,
): string {
  switch (field) {
    case 'name':
      return stage.stageName
    case 'code':
      return stage.stageCode
    case 'probability':
      return String(stage.defaultProbability)
    case 'average':
      return stage.averageDurationDays === null ? '' : String(stage.averageDurationDays)
    case 'maximum':
      return stage.maxDurationDays === null ? '' : String(stage.maxDurationDays)
    case 'kind':
      return words('stageTable', `kind_${stageKind(stage)}`)
    case 'color':
      return words('stageTable', `color_${stage.color}`)
    case 'forecast':
      return stage.forecastCategory === null ? '' : words('stageTable', `forecast_${stage.forecastCategory}`)
    case 'active':
      return words('stageTable', stage.isActive ? 'yes' : 'no')
    case 'category':
      return stage.categoryIds.map((id) => categories[id]?.categoryName ?? id).join(', ')
  }
}

function readCode(text: string, { document, stage }: Given): Reading {
  if (text === '') return { reason: words('stageTable', 'codeMissing') }
  if (!codePattern.test(text) || text.length > 20) return { reason: words('stageTable', 'codeFormat') }
  const twin = Object.values(document.stages).find(
    (other) => other.id !== stage?.id && other.stageCode.toLowerCase() === text.toLowerCase(),
  )
  return twin
    ? { reason: words('stageTable', 'codeTaken', { name: twin.stageName }) }
    : { changes: { stageCode: text } }
}

function readCategories(text: string, { reference }: Given): Reading {
  const all = Object.values(reference.categories)
  const categoryIds: string[] = []
  for (const name of text.split(/[,;]/).map((part) => part.trim())) {
    if (name === '') continue
    const found = all.find((one) =>
      [one.categoryName, one.categoryCode, one.id].some((known) => sameWord(known, name)),
    )
    if (!found)
      return {
        reason: words('stageTable', 'categoryUnknown', {
          name,
          known: all.map(({ categoryName }) => categoryName).join(', ') || words('stageTable', 'noneSet'),
        }),
      }
    if (!categoryIds.includes(found.id)) categoryIds.push(found.id)
  }
  return { changes: { categoryIds } }
}

/** A number, or how much more or less: "+5" and "-5" start from what there is. A lone negative number is never meant. */
function amount(text: string, from: number | null): number {
  const number = readNumber(text)
  return /^\s*[+-]/.test(text) && from !== null ? from + number : number
}

const sameWord = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0

function oneOf<Value extends string>(
  values: readonly Value[],
  text: string,
  label: (value: Value) => string,
): Value | { readonly reason: string } {
  const found = values.find((value) => sameWord(value, text) || sameWord(label(value), text))
  const known = values.map(label).join(', ')
  return found ?? { reason: words('stageTable', 'choiceUnknown', { text, known }) }
}

/** As spreadsheets write it. */
const yesOrNo = (text: string): string =>
  /^(true|1|x|on|active)$/i.test(text) ? 'yes' : /^(false|0|off|inactive)$/i.test(text) ? 'no' : text
