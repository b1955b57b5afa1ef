/**
 * What one write tells the world: the blueprint's stage events with their payloads, the transitions', and the
 * process's own. Pure, so that every backend and every test says the same of the same change.
 */
import type { EventKind } from '../src/contract/events.ts'
import type { ProcessDiff, RowChange } from '../src/domain/process/diff.ts'
import { type ProcessDocument, stagesInOrder } from '../src/domain/process/process.ts'
import { toSnakeCase, toWire } from '../src/domain/process/wire.ts'
import { transitionToWire } from '../src/domain/process/wireTransition.ts'
import type { Json, StoredEvent, VersionKind } from './services.ts'

/** An event before it has its number, its time and its author. */
export type NewEvent = Pick<StoredEvent, 'processId' | 'rowId' | 'revision' | 'fields' | 'data'> & {
  readonly kind: EventKind
}

export interface Written {
  readonly processId: string
  readonly kind: VersionKind
  readonly reason: string | null
  readonly revision: number
  /** Null where the process is new. */
  readonly before: ProcessDocument | null
  /** Null where the process was archived. */
  readonly after: ProcessDocument | null
  /** From before (or an empty document) to after, stamps included. */
  readonly diff: ProcessDiff
}

/** Every row change moves these; they are no news of their own. */
const stamps = new Set([
  'createdAt',
  'updatedAt',
  'createdByUserId',
  'updatedByUserId',
  'companyId',
  'processId',
])
const ofTheProcess = new Set([...stamps, 'revision', 'stageMigrations'])

const news = <Row>(change: RowChange<Row>, silent: ReadonlySet<string>): string[] =>
  Object.keys(change.to).filter((field) => !silent.has(field))

/** Rows are plain JSON by their schemas; this says so to the compiler. */
const json = (value: object): { [key: string]: Json } => JSON.parse(JSON.stringify(value))

/** Of a row on the wire as it was, the fields that changed. */
function previous(was: object, fields: readonly string[]): { [key: string]: Json } {
  const named = new Set(fields.map(toSnakeCase))
  return json(Object.fromEntries(Object.entries(was).filter(([name]) => named.has(name))))
}

/** In the order in which they are numbered: rows first, the process last. */
export function eventsOf(written: Written): readonly NewEvent[] {
  const { processId, revision } = written
  const event = (
    kind: EventKind,
    rowId: string,
    fields: readonly string[],
    data: { [key: string]: Json },
  ): NewEvent => ({ kind, processId, rowId, revision, fields: fields.map(toSnakeCase), data })
  if (written.after === null) return [event('process.deleted', processId, [], { reason: written.reason })]

  const { process } = written.diff
  const own = written.before && process ? news(process, ofTheProcess) : []
  return [
    ...stageEvents(written, written.after, event),
    ...transitionEvents(written, written.after, event),
    ...(own.length > 0 ? [event('process.updated', processId, own, {})] : []),
    ...(written.before === null
      ? [event('process.created', processId, [], { process_name: written.after.process.processName })]
      : []),
    ...(written.kind === 'publish' || written.kind === 'restore'
      ? [event('process.published', processId, [], { reason: written.reason, kind: written.kind })]
      : []),
  ]
}

type MakeEvent = (
  kind: EventKind,
  rowId: string,
  fields: readonly string[],
  data: { [key: string]: Json },
) => NewEvent

function stageEvents(written: Written, after: ProcessDocument, event: MakeEvent): NewEvent[] {
  const { added, updated, removed } = written.diff.stages
  const events = Object.values(removed).map((stage) =>
    event('stage.deleted', stage.id, [], { stage: json(toWire(stage)), reason: written.reason }),
  )
  for (const stage of Object.values(added)) {
    events.push(event('stage.created', stage.id, [], { stage: json(toWire(stage)) }))
  }
  let reordered = false
  for (const [id, change] of Object.entries(updated)) {
    const all = news(change, stamps)
    if (all.includes('stageOrder')) reordered = true
    const fields = all.filter((field) => field !== 'stageOrder')
    const was = written.before?.stages[id]
    const stage = after.stages[id]
    if (fields.length === 0 || !stage || !was) continue
    events.push(
      event('stage.updated', id, fields, {
        stage: json(toWire(stage)),
        previous: previous(toWire(was), fields),
      }),
    )
  }
  if (reordered) {
    const order = stagesInOrder(after).map(({ id, stageOrder }) => ({ id, stage_order: stageOrder }))
    events.push(event('stage.reordered', written.processId, ['stageOrder'], { order }))
  }
  return events
}

function transitionEvents(written: Written, after: ProcessDocument, event: MakeEvent): NewEvent[] {
  const { added, updated, removed } = written.diff.transitions
  const events = Object.values(removed).map((transition) =>
    event('transition.deleted', transition.id, [], { transition: json(transitionToWire(transition)) }),
  )
  for (const transition of Object.values(added)) {
    events.push(
      event('transition.created', transition.id, [], { transition: json(transitionToWire(transition)) }),
    )
  }
  for (const [id, change] of Object.entries(updated)) {
    const fields = news(change, stamps)
    const was = written.before?.transitions[id]
    const transition = after.transitions[id]
    if (fields.length === 0 || !transition || !was) continue
    events.push(
      event('transition.updated', id, fields, {
        transition: json(transitionToWire(transition)),
        previous: previous(transitionToWire(was), fields),
      }),
    )
  }
  return events
}
