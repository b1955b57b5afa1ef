/** A difference as a list that people read: versions, the review of a publish, the conflict dialog, the audit trail. */
import type { ProcessDiff, RowChange, TableDiff } from './diff.ts'
import { sameValue } from './equality.ts'
import { isHidden } from './hidden.ts'
import { rowNameOf } from './names.ts'
import { type ProcessDocument, stagesInOrder, type TableName } from './process.ts'

export interface Change {
  readonly table: TableName | 'process'
  readonly id: string
  /** What the row is called after the change; before it, where it was removed. */
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Code name of the changed field, with both values; only where `kind` is `changed`. */
  readonly field?: string
  readonly from?: unknown
  readonly to?: unknown
}

/** Fields that the backend keeps for itself: their change is no news. */
const bookkeeping: ReadonlySet<string> = new Set([
  'createdAt',
  'updatedAt',
  'createdByUserId',
  'updatedByUserId',
  'revision',
  'editedAt',
  'hidden',
])

/**
 * Process first, then stages by order, transitions, scenarios, waivers, comments; one entry a changed field. What became of a field
 * that cannot be seen on either side is not told.
 */
export function describeChanges(
  diff: ProcessDiff,
  before: ProcessDocument,
  after: ProcessDocument,
): Change[] {
  const order = (id: string) => (after.stages[id] ?? before.stages[id])?.stageOrder ?? 0
  const renumbered = Object.values(diff.stages.updated).some(({ to }) => to.stageOrder !== undefined)
  const reordered = renumbered && !sameValue(sequence(before, after), sequence(after, before))
  const byOrder = (a: string, b: string) => order(a) - order(b) || (a < b ? -1 : a > b ? 1 : 0)
  return [
    ...(diff.process ? fieldChanges('process', after.process.id, diff.process, after) : []),
    ...tableChanges('stages', diff.stages, before, after)
      .filter(({ field }) => field !== 'stageOrder' || reordered)
      .sort((a, b) => byOrder(a.id, b.id)),
    ...tableChanges('transitions', diff.transitions, before, after),
    ...tableChanges('scenarios', diff.scenarios, before, after),
    ...tableChanges('waivers', diff.waivers, before, after),
    ...tableChanges('comments', diff.comments, before, after),
  ]
}

/** The stages that both have, by order: where they follow one another alike, new numbers are no news. */
const sequence = (document: ProcessDocument, other: ProcessDocument): string[] =>
  stagesInOrder(document).flatMap(({ id }) => (other.stages[id] ? [id] : []))

function tableChanges<Row extends object>(
  table: TableName,
  diff: TableDiff<Row>,
  before: ProcessDocument,
  after: ProcessDocument,
): Change[] {
  const added = Object.keys(diff.added).map(
    (id): Change => ({ table, id, name: rowNameOf(after, table, id), kind: 'added' }),
  )
  const removed = Object.keys(diff.removed).map(
    (id): Change => ({ table, id, name: rowNameOf(before, table, id), kind: 'removed' }),
  )
  const changed = Object.entries(diff.updated).flatMap(([id, change]) =>
    fieldChanges(table, id, change, after).filter(
      ({ field = '' }) =>
        !isHidden(rowOf(before, table, id), field) && !isHidden(rowOf(after, table, id), field),
    ),
  )
  return [...removed, ...added, ...changed]
}

function fieldChanges<Row extends object>(
  table: Change['table'],
  id: string,
  change: RowChange<Row>,
  after: ProcessDocument,
): Change[] {
  const from = new Map<string, unknown>(Object.entries(change.from))
  const to = new Map<string, unknown>(Object.entries(change.to))
  const fields = [...new Set([...from.keys(), ...to.keys()])].filter((field) => !bookkeeping.has(field))
  const name = rowNameOf(after, table, id)
  return fields.map((field) => ({
    table,
    id,
    name,
    kind: 'changed',
    field,
    from: from.get(field),
    to: to.get(field),
  }))
}

const rowOf = (document: ProcessDocument, table: TableName, id: string): object | undefined =>
  document[table][id]
