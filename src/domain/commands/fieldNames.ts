/** What fields are called and how a change of them reads: "Change probability of “Proposal” to 60 %". */
import { toSnakeCase } from '../process/wire.ts'

const special: Readonly<Record<string, string>> = {
  stageName: 'name',
  stageCode: 'code',
  stageOrder: 'order',
  defaultProbability: 'probability',
  transitionName: 'name',
  processName: 'name',
  processCode: 'code',
  categoryIds: 'categories',
  entryActionIds: 'entry actions',
  exitActionIds: 'exit actions',
  actionIds: 'actions',
  approvalWorkflowId: 'approval workflow',
  averageDurationDays: 'average duration',
  maxDurationDays: 'maximum duration',
  afterDays: 'delay',
  runBy: 'who can run it',
  transitionRules: 'entry and exit criteria',
  isDefault: 'default process',
  simulation: 'simulation settings',
  fromStageId: 'source',
  toStageId: 'target',
  isEntry: 'entry stage',
  isClosedWon: 'closed won',
  isClosedLost: 'closed lost',
}

/** A field as people say it: `maxDurationDays` → "maximum duration", `exitChecklist` → "exit checklist". */
export const fieldName = (field: string): string =>
  special[field] ?? toSnakeCase(field).replaceAll('_', ' ').replace(/^is /, '')

/** Units that a value is said with. */
const unit: Readonly<Record<string, string>> = {
  defaultProbability: ' %',
  averageDurationDays: ' days',
  maxDurationDays: ' days',
  afterDays: ' days',
}

/** Sentences for switches, by field and new value. */
const switches: Readonly<Record<string, readonly [off: string, on: string]>> = {
  isActive: ['Deactivate {}', 'Activate {}'],
  isEntry: ['Unmark {} as entry stage', 'Mark {} as entry stage'],
  isClosedWon: ['Unmark {} as closed won', 'Mark {} as closed won'],
  isClosedLost: ['Unmark {} as closed lost', 'Mark {} as closed lost'],
  isRework: ['Unmark {} as rework', 'Mark {} as rework'],
  onRefusal: ['Drop {} as the way of refused deals', 'Lead refused deals by {}'],
  isAutomatic: ['Make {} manual', 'Make {} automatic'],
  isGlobal: ['Make {} local', 'Make {} global'],
  lockWhilePending: ['Let deals be changed while they wait for {}', 'Lock deals while they wait for {}'],
  requiresApproval: ['Drop approval for {}', 'Require approval for {}'],
  requiresValidation: ['Drop strict validation on {}', 'Require strict validation on {}'],
  isDefault: ['Unmark {} as default process', 'Mark {} as default process'],
}

/** The label of a change of one row or of several. `subject` is quoted already: "“Proposal”", "3 stages". */
export function changeInWords(subject: string, changes: object): string {
  const [only, ...more] = Object.entries(changes)
  if (!only || more.length > 0) return `Change ${subject}`
  const [field, value] = only
  const sentence = typeof value === 'boolean' ? switches[field]?.[value ? 1 : 0] : undefined
  if (sentence) return sentence.replace('{}', () => subject)
  const name = fieldName(field)
  if (name === 'name' && typeof value === 'string') return `Rename ${subject} to “${value}”`
  if (typeof value === 'number') return `Change ${name} of ${subject} to ${value}${unit[field] ?? ''}`
  if (typeof value === 'string' && value !== '' && value.length <= 30 && short.has(field))
    return `Change ${name} of ${subject} to ${value.replaceAll('_', ' ')}`
  if (value === null || value === '') return `Clear ${name} of ${subject}`
  return `Change ${name} of ${subject}`
}

/** Fields whose text is short enough to be said. */
const short: ReadonlySet<string> = new Set(['stageCode', 'processCode', 'color', 'forecastCategory'])
