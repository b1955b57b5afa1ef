/**
 * Three-way merge of a draft with what others published meanwhile (reliability §3.5). Different fields merge without
 * a question; the same field, or deletion against an edit, is a conflict with all three values. Nothing is lost:
 * while a conflict is open the document holds mine, or the row that one side would delete. Inputs are never changed.
 */
import type { Choices, Conflict, Sides } from './conflict.ts'
import { type Change, describeChanges } from './describeChanges.ts'
import { diffProcesses } from './diff.ts'
import { withEntryMovedOn } from './entry.ts'
import { sameValue } from './equality.ts'
import { isEdited, mergeRow } from './mergeRow.ts'
import { sequence } from './mergeValues.ts'
import { rowNameOf } from './names.ts'
import { type ProcessDocument, stagesInOrder, type TableName, type TableRows, tableNames } from './process.ts'
import { restoreNeeded } from './restoreNeeded.ts'
import { keepingSame, putRows, type Tables } from './rows.ts'
import { numbered } from './stageOrder.ts'

export type { Choices, Conflict, Side, Sides } from './conflict.ts'

export interface MergeResult {
  /** Never has a transition, scenario, waiver or comment that leads nowhere and did not before. */
  readonly document: ProcessDocument
  readonly conflicts: readonly Conflict[]
  /** What came in from the other side without a question. */
  readonly merged: readonly Change[]
  readonly sides: Sides
}

export function mergeProcesses(
  base: ProcessDocument,
  mine: ProcessDocument,
  theirs: ProcessDocument,
): MergeResult {
  return mergeWith({ base, mine, theirs }, {})
}

/**
 * The merge with answers. Conflicts that have none are still in the result, and so is one that an answer brings up
 * (a transition led to a stage that the same answers delete).
 */
export function resolveConflicts(result: MergeResult, choices: Choices): MergeResult {
  return mergeWith(result.sides, choices)
}

function mergeWith(sides: Sides, choices: Choices): MergeResult {
  const { mine } = sides
  const conflicts: Conflict[] = []
  const add = (conflict: Conflict) => conflicts.push(conflict)
  const process = mergeOne(
    'process',
    { base: sides.base.process, mine: mine.process, theirs: sides.theirs.process },
    {
      sides,
      choices,
      add,
    },
  )
  let document: ProcessDocument = { ...mine, process }
  for (const table of tableNames) document = withTable(document, table, { sides, choices, add })
  document = restoreNeeded(document, sides, choices, conflicts)
  document = withOneEntry(document, sides, choices, add)
  document = withOrder(document, sides)
  const asked = new Set(conflicts.map((conflict) => `${conflict.table}/${conflict.rowId}`))
  const merged = describeChanges(diffProcesses(mine, document), mine, document).filter(
    (change) =>
      change.field !== 'stageOrder' &&
      (change.kind === 'changed' || !asked.has(`${change.table}/${change.id}`)),
  )
  return { document: keepingSame(mine, document), conflicts, merged, sides }
}

interface Merging {
  readonly sides: Sides
  readonly choices: Choices
  readonly add: (conflict: Conflict) => void
}

function withTable<T extends TableName>(
  document: ProcessDocument,
  table: T,
  merging: Merging,
): ProcessDocument {
  const base = tableOf(merging.sides.base, table)
  const mine = tableOf(merging.sides.mine, table)
  const theirs = tableOf(merging.sides.theirs, table)
  if (mine === theirs || base === theirs) return document
  const changed = new Map<string, TableRows[T] | undefined>()
  const settle = (id: string) => {
    const rows = [base[id], mine[id], theirs[id]] as const
    // What came over the wire shares no row: what they left alone is told by its values.
    if (rows[1] === rows[2] || sameValue(rows[0], rows[2])) return
    const row = mergeRows(table, id, rows, merging)
    if (row !== rows[1]) changed.set(id, row)
  }
  for (const id in mine) settle(id)
  for (const id in theirs) if (mine[id] === undefined) settle(id)
  if (changed.size === 0) return document
  const next: Record<string, TableRows[T]> = { ...mine }
  for (const [id, row] of changed)
    if (row) next[id] = row
    else delete next[id]
  return { ...document, [table]: next }
}

/** One id on three sides: kept, gone, added, edited, or in question. Undefined where it is gone. */
function mergeRows<T extends TableName>(
  table: T,
  id: string,
  [base, mine, theirs]: readonly [
    base: TableRows[T] | undefined,
    mine: TableRows[T] | undefined,
    theirs: TableRows[T] | undefined,
  ],
  merging: Merging,
): TableRows[T] | undefined {
  if (base === mine) return theirs
  if (mine && theirs) return mergeOne(table, { base, mine, theirs }, merging)
  const kept = mine ?? theirs
  if (!base || !kept) return kept
  if (!isEdited(table, base, kept)) return undefined
  const conflictId = `${table}/${id}`
  const choice = merging.choices[conflictId]
  if (choice !== undefined) return choice === 'mine' ? mine : theirs
  merging.add({
    id: conflictId,
    kind: 'deleted',
    table,
    rowId: id,
    name: rowNameOf(mine ? merging.sides.mine : merging.sides.theirs, table, id),
    field: null,
    at: '',
    base,
    mine: mine ?? null,
    theirs: theirs ?? null,
    dependents: [],
  })
  return kept
}

function mergeOne<Row extends { readonly id: string }>(
  table: TableName | 'process',
  rows: { base: Row | undefined; mine: Row; theirs: Row },
  { sides, choices, add }: Merging,
): Row {
  const { id } = rows.mine
  const place = (field: string, at: string) => `${table}/${id}/${field}${at === '' ? '' : `/${at}`}`
  const { row, clashes } = mergeRow(table, rows, (field, at) => choices[place(field, at)])
  for (const { field, at, base, mine, theirs } of clashes)
    add({
      id: place(field, at),
      kind: 'field',
      table,
      rowId: id,
      name: rowNameOf(sides.mine, table, id),
      field,
      at,
      base: base ?? null,
      mine: mine ?? null,
      theirs: theirs ?? null,
      dependents: [],
    })
  return row
}

/** Each side had one entry and the merge has two: a question. It has none: the mark moves on. */
function withOneEntry(
  document: ProcessDocument,
  sides: Sides,
  choices: Choices,
  add: (conflict: Conflict) => void,
): ProcessDocument {
  const [mine, theirs] = [entriesOf(sides.mine), entriesOf(sides.theirs)]
  if (mine.length !== 1 || theirs.length !== 1) return document
  const entries = entriesOf(document)
  if (entries.length === 0) return withEntryMovedOn(document, sides.mine)
  if (entries.length === 1) return document
  const choice = choices.entry
  const [ours, others] = [mine[0] ?? '', theirs[0] ?? '']
  if (choice === undefined)
    add({
      id: 'entry',
      kind: 'entry',
      table: 'process',
      rowId: document.process.id,
      name: document.process.processName,
      field: 'entry',
      at: '',
      base: entriesOf(sides.base)[0] ?? null,
      mine: ours,
      theirs: others,
      dependents: [],
    })
  const keep = choice === 'theirs' ? others : ours
  const stages = Object.values(document.stages).map((stage) =>
    stage.isEntry && stage.id !== keep ? { ...stage, isEntry: false } : stage,
  )
  return putRows(document, 'stages', stages)
}

/** The order of stages is never a question: one sequence out of both, numbered anew where both sides changed it. */
function withOrder(document: ProcessDocument, { base, mine, theirs }: Sides): ProcessDocument {
  const all = Object.values(document.stages)
  const covers = ({ stages }: ProcessDocument) => all.every(({ id }) => stages[id] !== undefined)
  const numberedAs = ({ stages }: ProcessDocument) => {
    const moved = all.flatMap((stage) => {
      const stageOrder = stages[stage.id]?.stageOrder ?? stage.stageOrder
      return stageOrder === stage.stageOrder ? [] : [{ ...stage, stageOrder }]
    })
    return putRows(document, 'stages', moved)
  }
  if ((sameNumbers(base, theirs) || sameNumbers(mine, theirs)) && covers(mine)) return numberedAs(mine)
  if (sameNumbers(base, mine) && covers(theirs)) return numberedAs(theirs)
  const order = (side: ProcessDocument) => stagesInOrder(side).map((stage) => stage.id)
  const ids = sequence(order(base), order(mine), order(theirs))
  return putRows(document, 'stages', numbered(ids.flatMap((id) => document.stages[id] ?? [])))
}

/** Whether both have the same stages under the same numbers. */
function sameNumbers({ stages: a }: ProcessDocument, { stages: b }: ProcessDocument): boolean {
  const ids = Object.keys(a)
  return (
    a === b ||
    (ids.length === Object.keys(b).length && ids.every((id) => a[id]?.stageOrder === b[id]?.stageOrder))
  )
}

const entriesOf = (document: ProcessDocument): string[] =>
  Object.values(document.stages)
    .filter((stage) => stage.isEntry && stage.isActive)
    .map((stage) => stage.id)

function tableOf<T extends TableName>(
  document: ProcessDocument,
  table: T,
): Readonly<Record<string, TableRows[T]>> {
  const tables: Tables = document
  return tables[table]
}
