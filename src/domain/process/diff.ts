/**
 * The one structure behind undo, autosave, outbox, broadcast, version compare and audit: what became of which
 * field of which row. Pure arithmetic on data: diff, apply, reverse, squash. In words: describeChanges.ts.
 */
import { sameValue } from './equality.ts'
import type { ProcessDocument, SalesProcess, TableName, TableRows } from './process.ts'

/** The fields that changed, with both values. */
export interface RowChange<Row> {
  readonly from: Partial<Row>
  readonly to: Partial<Row>
}

export interface TableDiff<Row> {
  readonly added: Readonly<Record<string, Row>>
  readonly updated: Readonly<Record<string, RowChange<Row>>>
  readonly removed: Readonly<Record<string, Row>>
}

type TableDiffs = { readonly [T in TableName]: TableDiff<TableRows[T]> }
export type ProcessDiff = { readonly process: RowChange<SalesProcess> | null } & TableDiffs

type Rows<Row> = Readonly<Record<string, Row>>
const nothing = { added: {}, updated: {}, removed: {} } as const

/** What turns `a` into `b`. Rows and tables that are the same object cost nothing. */
export function diffProcesses(a: ProcessDocument, b: ProcessDocument): ProcessDiff {
  return {
    process: diffRow(a.process, b.process),
    stages: diffTable(a.stages, b.stages),
    transitions: diffTable(a.transitions, b.transitions),
    scenarios: diffTable(a.scenarios, b.scenarios),
    waivers: diffTable(a.waivers, b.waivers),
    comments: diffTable(a.comments, b.comments),
  }
}

/** @throws Error where the diff changes a row that the document does not have: it belongs to another document. */
export function applyDiff(document: ProcessDocument, diff: ProcessDiff): ProcessDocument {
  if (isEmptyDiff(diff)) return document
  return {
    process: diff.process ? withTo(document.process, diff.process.to) : document.process,
    stages: applyTable(document.stages, diff.stages),
    transitions: applyTable(document.transitions, diff.transitions),
    scenarios: applyTable(document.scenarios, diff.scenarios),
    waivers: applyTable(document.waivers, diff.waivers),
    comments: applyTable(document.comments, diff.comments),
  }
}

/** What takes the change back: `applyDiff(applyDiff(a, d), reverseDiff(d))` holds the same data as `a`. */
export function reverseDiff(diff: ProcessDiff): ProcessDiff {
  return {
    process: diff.process && reverseRow(diff.process),
    stages: reverseTable(diff.stages),
    transitions: reverseTable(diff.transitions),
    scenarios: reverseTable(diff.scenarios),
    waivers: reverseTable(diff.waivers),
    comments: reverseTable(diff.comments),
  }
}

/** One diff that does what `first` and then `second` do. What the second takes back is not in it. */
export function squashDiffs(first: ProcessDiff, second: ProcessDiff): ProcessDiff {
  return {
    process:
      first.process && second.process
        ? squashRow(first.process, second.process)
        : (first.process ?? second.process),
    stages: squashTable(first.stages, second.stages),
    transitions: squashTable(first.transitions, second.transitions),
    scenarios: squashTable(first.scenarios, second.scenarios),
    waivers: squashTable(first.waivers, second.waivers),
    comments: squashTable(first.comments, second.comments),
  }
}

export function isEmptyDiff(diff: ProcessDiff): boolean {
  return (
    diff.process === null &&
    isEmptyTable(diff.stages) &&
    isEmptyTable(diff.transitions) &&
    isEmptyTable(diff.scenarios) &&
    isEmptyTable(diff.waivers) &&
    isEmptyTable(diff.comments)
  )
}

function diffRow<Row extends object>(a: Row, b: Row): RowChange<Row> | null {
  if (a === b) return null
  const from: Partial<Row> = {}
  const to: Partial<Row> = {}
  let differs = false
  const compare = (key: keyof Row) => {
    if (sameValue(a[key], b[key])) return
    differs = true
    from[key] = a[key]
    to[key] = b[key]
  }
  for (const key in a) compare(key)
  for (const key in b) if (a[key] === undefined) compare(key)
  return differs ? { from, to } : null
}

function diffTable<Row extends object>(a: Rows<Row>, b: Rows<Row>): TableDiff<Row> {
  if (a === b) return nothing
  const added: Record<string, Row> = {}
  const updated: Record<string, RowChange<Row>> = {}
  const removed: Record<string, Row> = {}
  for (const id in a) {
    const before = a[id]
    const after = b[id]
    if (before === after || before === undefined) continue
    if (after === undefined) removed[id] = before
    else {
      const change = diffRow(before, after)
      if (change) updated[id] = change
    }
  }
  for (const id in b) {
    const row = b[id]
    if (row !== undefined && a[id] === undefined) added[id] = row
  }
  return { added, updated, removed }
}

function applyTable<Row extends object>(rows: Rows<Row>, diff: TableDiff<Row>): Rows<Row> {
  if (isEmptyTable(diff)) return rows
  const next: Record<string, Row> = { ...rows }
  for (const id in diff.removed) delete next[id]
  for (const [id, row] of Object.entries(diff.added)) next[id] = row
  for (const [id, change] of Object.entries(diff.updated)) {
    const row = next[id]
    if (!row) throw new Error(`The change is about ${id}, which this document does not have.`)
    next[id] = withTo(row, change.to)
  }
  return next
}

function reverseTable<Row>(diff: TableDiff<Row>): TableDiff<Row> {
  if (isEmptyTable(diff)) return diff
  const updated = Object.entries(diff.updated).map(([id, change]) => [id, reverseRow(change)] as const)
  return { added: diff.removed, updated: Object.fromEntries(updated), removed: diff.added }
}

const reverseRow = <Row>(change: RowChange<Row>): RowChange<Row> => ({ from: change.to, to: change.from })

function squashRow<Row extends object>(first: RowChange<Row>, second: RowChange<Row>): RowChange<Row> | null {
  return diffRowPair({ ...second.from, ...first.from }, { ...first.to, ...second.to })
}

/** Keeps the fields that differ between the two. */
function diffRowPair<Row extends object>(from: Partial<Row>, to: Partial<Row>): RowChange<Row> | null {
  const changed = keysOf({ ...from, ...to }).filter((key) => !sameValue(from[key], to[key]))
  if (changed.length === 0) return null
  const pick = (row: Partial<Row>): Partial<Row> => {
    const picked: Partial<Row> = {}
    for (const key of changed) picked[key] = row[key] as Row[keyof Row]
    return picked
  }
  return { from: pick(from), to: pick(to) }
}

function squashTable<Row extends object>(first: TableDiff<Row>, second: TableDiff<Row>): TableDiff<Row> {
  if (isEmptyTable(first)) return second
  if (isEmptyTable(second)) return first
  const added: Record<string, Row> = { ...first.added }
  const updated: Record<string, RowChange<Row>> = { ...first.updated }
  const removed: Record<string, Row> = { ...first.removed }
  for (const [id, row] of Object.entries(second.added)) {
    const before = removed[id]
    if (before === undefined) {
      added[id] = row
      continue
    }
    delete removed[id]
    const change = diffRow(before, row)
    if (change) updated[id] = change
  }
  for (const [id, change] of Object.entries(second.updated)) {
    const fresh = added[id]
    const had = updated[id]
    if (fresh !== undefined) {
      added[id] = withTo(fresh, change.to)
      continue
    }
    const both = had ? squashRow(had, change) : change
    if (both) updated[id] = both
    else delete updated[id]
  }
  for (const [id, row] of Object.entries(second.removed)) {
    if (added[id] !== undefined) {
      delete added[id]
      continue
    }
    const had = updated[id]
    removed[id] = had ? withTo(row, had.from) : row
    delete updated[id]
  }
  return { added, updated, removed }
}

/** A field whose new value is `undefined` is taken off the row. */
function withTo<Row extends object>(row: Row, to: Partial<Row>): Row {
  const next = { ...row, ...to }
  for (const key of keysOf(next)) if (next[key] === undefined) delete next[key]
  return next
}

const keysOf = <Row extends object>(row: Row): (keyof Row)[] => Object.keys(row) as (keyof Row)[]

function isEmptyTable<Row>(diff: TableDiff<Row>): boolean {
  for (const _ in diff.added) return false
  for (const _ in diff.updated) return false
  for (const _ in diff.removed) return false
  return true
}
