/** The value of a document's field as people say it: names for ids, units for numbers, “nothing” for emptiness. Pure. */

import { isMasked } from '../domain/process/masking.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { scenarioSchema } from '../domain/process/scenario.ts'
import { durationDistributionSchema, salesStageSchema } from '../domain/process/stage.ts'
import { whoSchema } from '../domain/process/who.ts'
import { language, say, text } from '../text/index.ts'
import { stageNameOf } from './rowNames.ts'
import { whoLabel } from './whoWords.ts'

const longest = 160
const dayFields: ReadonlySet<string> = new Set(['averageDurationDays', 'maxDurationDays', 'afterDays'])
const coded: ReadonlySet<string> = new Set(['color', 'forecastCategory'])

/** Never empty. `field` is the row's field by its code name. */
export function fieldValueInWords(
  field: string,
  value: unknown,
  document: ProcessDocument,
  reference: ReferenceData,
): string {
  if (isMasked(value)) return text('hidden', 'hidden')
  if (value === undefined || value === null || value === '')
    return field === 'fromStageId' ? text('changes', 'anyOpenStage') : text('changes', 'none')
  if (typeof value === 'boolean') return text('changes', value ? 'yes' : 'no')
  if (typeof value === 'number') return numberInWords(field, value)
  if (typeof value === 'string') return wordOf(field, value, document, reference)
  if (Array.isArray(value)) {
    if (value.length === 0) return text('changes', 'none')
    if (field === 'steps') return text('changes', 'steps', { count: value.length })
    return shortened(value.map((item) => itemInWords(field, item, document, reference)).join(', '))
  }
  return objectInWords(field, value, document)
}

function numberInWords(field: string, value: number): string {
  if (field === 'defaultProbability') return text('changes', 'percent', { value })
  return dayFields.has(field)
    ? text('changes', 'days', { count: value })
    : new Intl.NumberFormat(language(), { maximumFractionDigits: 10 }).format(value)
}

function wordOf(field: string, value: string, document: ProcessDocument, reference: ReferenceData): string {
  if (field === 'fromStageId' || field === 'toStageId') return stageNameOf(document, value)
  if (field === 'approvalWorkflowId') return reference.approvalWorkflows[value]?.workflowName ?? value
  return coded.has(field) ? say(value.replaceAll('_', ' ')) : shortened(value)
}

function itemInWords(
  field: string,
  item: unknown,
  document: ProcessDocument,
  reference: ReferenceData,
): string {
  const who = whoSchema.safeParse(item)
  if (who.success) return whoLabel(who.data)
  if (typeof item === 'object' && item !== null) {
    const code = 'action_code' in item ? item.action_code : 'name' in item ? item.name : null
    const action = Object.values(reference.actions).find(({ actionCode }) => actionCode === code)
    return action?.actionName ?? (typeof code === 'string' && code !== '' ? code : JSON.stringify(item))
  }
  const id = String(item)
  switch (field) {
    case 'categoryIds':
      return reference.categories[id]?.categoryName ?? id
    case 'entryActionIds':
    case 'exitActionIds':
    case 'actionIds':
      return reference.actions[id]?.actionName ?? id
    case 'requiredFields':
    case 'lockedFields':
      return reference.fields[id]?.label ?? id
    case 'lineage':
      return document.stages[id]?.stageName ?? id
    default:
      return id
  }
}

function objectInWords(field: string, value: object, document: ProcessDocument): string {
  if (field === 'simulation') return durationInWords('duration' in value ? value.duration : null)
  if (field === 'escalation') {
    const escalation = salesStageSchema.shape.escalation.safeParse(value)
    if (escalation.success && escalation.data)
      return text('changes', 'escalation', {
        count: escalation.data.after_days,
        who: escalation.data.tell.map(whoLabel).join(', ') || text('changes', 'none'),
      })
  }
  if (field === 'expectation') {
    const expectation = scenarioSchema.shape.expectation.safeParse(value)
    if (expectation.success)
      return text('changes', 'endsIn', {
        stage: stageNameOf(document, expectation.data.stage),
        outcome: say(expectation.data.last_move),
      })
  }
  return shortened(JSON.stringify(value))
}

function durationInWords(value: unknown): string {
  const parsed = durationDistributionSchema.safeParse(value)
  if (!parsed.success) return text('changes', 'none')
  const duration = parsed.data
  switch (duration.kind) {
    case 'empirical':
      return text('changes', 'observed', { count: duration.days.length })
    case 'uniform':
    case 'triangular':
    case 'pert':
      return text('changes', 'spread', {
        kind: say(duration.kind),
        from: duration.minimum,
        to: duration.maximum,
      })
    default:
      return text('changes', 'meanDays', { kind: say(duration.kind), days: duration.mean })
  }
}

const shortened = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest - 1).trimEnd()}…` : words
