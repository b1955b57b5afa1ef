/**
 * Reads our own file, or a process as the API answers it. Files are also written by hand: missing columns take their
 * defaults, unknown ones are told and left out, and what is of the wrong type is named with its path.
 */
import type { z } from 'zod'
import { withKeptHidden } from '../../domain/process/hidden.ts'
import { newProcess, type ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { newStage, optionalStageFields } from '../../domain/process/stage.ts'
import { newTransition, optionalTransitionFields } from '../../domain/process/transition.ts'
import { fromWire, toWire, type Wire } from '../../domain/process/wire.ts'
import { documentFromWire, wireDocumentSchema } from '../../domain/process/wireDocument.ts'
import { freshIds } from '../freshIds.ts'
import {
  type Loss,
  lossesInOrder,
  namesOf,
  type ReadOptions,
  type ReadSuccess,
  Unreadable,
} from '../reading.ts'
import type { SourceText } from '../source/decodeText.ts'
import { parseJson } from '../source/json.ts'
import { limits, refuseTooManyStages } from '../source/limits.ts'
import { property } from '../source/scalars.ts'
import { readRows } from './readRows.ts'
import { processFileFormat, wireReferenceSchema } from './schema.ts'

/** @throws Unreadable naming the path of the first value that cannot be read. */
export function readStagecraft(sources: readonly SourceText[], options: ReadOptions): ReadSuccess {
  const [source, another] = sources
  if (!source || another)
    throw new Unreadable(
      namesOf(sources),
      'Each of them is a whole process.',
      'Import one process at a time.',
    )
  const file = source.name
  const losses: Loss[] = [...source.losses]
  const { process: wireProcess, reference: wireReference } = partsOf(source)
  const document = readDocument(wireProcess, file, options.newId, losses)
  const reference = readReference(wireReference, file)
  losses.push({
    kind: 'mapped',
    what: 'Process',
    where: file,
    sentence: `“${document.process.processName}”. Stages: ${count(document.stages)}. Transitions: ${count(document.transitions)}. Scenarios: ${count(document.scenarios)}.`,
  })
  const named = options.name
    ? { ...document, process: { ...document.process, processName: options.name.slice(0, 100) } }
    : document
  return {
    ok: true,
    format: 'stagecraft',
    choices: [],
    chosen: null,
    document: options.ids === 'fresh' ? freshIds(named, options.newId) : named,
    reference,
    losses: lossesInOrder(losses),
  }
}

const count = (rows: object): number => Object.keys(rows).length

/** The file's two halves; a process without the frame around it is the process itself. */
function partsOf(source: SourceText): { process: unknown; reference: unknown } {
  const value = parseJson(source)[0]?.value
  const format = property(value, 'format')
  if (format === undefined) return { process: value, reference: undefined }
  if (format !== processFileFormat)
    throw new Unreadable(
      `${source.name}, format`,
      `The file is “${String(format).slice(0, 60)}”, but only “${processFileFormat}” can be read.`,
      'Export it again with this version, or update the app.',
    )
  return { process: property(value, 'process'), reference: property(value, 'reference') }
}

function readDocument(value: unknown, file: string, newId: () => string, losses: Loss[]): ProcessDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Unreadable(`${file}, process`, 'The file has no process.', 'Export it again.')
  const { stages, transitions, scenarios, waivers, comments, ...own } = value as Record<string, unknown>
  const table = (name: string, list: unknown, defaults: object, optional: readonly string[] = []) =>
    readRows({ file, table: name, list, defaults, optional, newId, losses })
  const process = table('process', [own], toWire(newProcess({ id: '?', processName: '' }).process))[0]
  const candidate = {
    ...process,
    stages: table('stages', stages, toWire(newStage({ id: '?', stageName: '' })), optionalStageFields),
    transitions: table(
      'transitions',
      transitions,
      toWire(newTransition({ id: '?', fromStageId: null, toStageId: '' })),
      optionalTransitionFields,
    ),
    scenarios: table('scenarios', scenarios, {}),
    waivers: table('waivers', waivers, {}),
    comments: table('comments', comments, {}),
  }
  refuseTooManyStages(file, candidate.stages.length)
  if (candidate.transitions.length > limits.transitions)
    throw new Unreadable(
      file,
      `It has ${candidate.transitions.length} transitions; at most ${limits.transitions} can be imported.`,
      'Split the process.',
    )
  const parsed = wireDocumentSchema.safeParse(candidate)
  if (!parsed.success) throw wrongValue(parsed.error, file)
  return withoutDangling(withoutHidden(documentFromWire(parsed.data), file, losses), file, losses)
}

function readReference(value: unknown, file: string): Partial<ReferenceData> {
  if (value === undefined || value === null) return {}
  const parsed = wireReferenceSchema.safeParse(value)
  if (!parsed.success) throw wrongValue(parsed.error, file, 'reference')
  const { fields, categories, actions, approval_workflows } = parsed.data
  const byId = <Row extends { id: string }>(rows: readonly Wire<Row>[]): Record<string, Row> =>
    Object.fromEntries(
      rows.map((wire) => {
        const row = fromWire<Row>(wire)
        return [row.id, row]
      }),
    )
  return {
    fields: Object.fromEntries(
      fields.map((wire) => {
        const field = fromWire<ReferenceData['fields'][string]>(wire)
        return [field.key, field]
      }),
    ),
    categories: byId<ReferenceData['categories'][string]>(categories),
    actions: byId<ReferenceData['actions'][string]>(actions),
    approvalWorkflows: byId<ReferenceData['approvalWorkflows'][string]>(approval_workflows),
  }
}

function wrongValue(error: z.ZodError, file: string, under = 'process'): Unreadable {
  const issue = error.issues[0]
  const path = (issue?.path ?? [])
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
  const more = error.issues.length - 1
  const others = more > 0 ? ` (and ${more} more)` : ''
  return new Unreadable(
    `${file}, ${under}${path}`,
    `The value does not fit here: ${(issue?.message ?? '?').replace(/\.+$/, '')}${others}.`,
    'Correct it there and import the file again.',
  )
}

/** What whoever wrote the file could not see is not in it: it begins empty here, and that is told. */
function withoutHidden(document: ProcessDocument, file: string, losses: Loss[]): ProcessDocument {
  for (const table of ['stages', 'transitions'] as const) {
    const names = new Set(Object.values(document[table]).flatMap(({ hidden = [] }) => hidden))
    if (names.size > 0)
      losses.push({
        kind: 'dropped',
        what: table,
        isName: true,
        where: file,
        sentence: `Hidden from whoever exported it, so left empty: ${[...names].join(', ')}.`,
      })
  }
  return withKeptHidden(document, null)
}

/** A transition whose stage is not in the file cannot be drawn or undone: it is left out, and told. */
function withoutDangling(document: ProcessDocument, file: string, losses: Loss[]): ProcessDocument {
  const known = (id: string) => Object.hasOwn(document.stages, id)
  const kept = Object.values(document.transitions).filter((transition) => {
    const from = transition.fromStageId
    const sound = known(transition.toStageId) && (from === null ? transition.isGlobal : known(from))
    if (!sound)
      losses.push({
        kind: 'dropped',
        what: transition.transitionName || transition.id,
        isName: true,
        where: file,
        sentence: 'It leaves or enters a stage that is not in the file.',
      })
    return sound
  })
  return {
    ...document,
    transitions: Object.fromEntries(kept.map((transition) => [transition.id, transition])),
  }
}
