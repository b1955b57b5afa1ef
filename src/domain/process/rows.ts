/**
 * Editing a document's tables without touching the rest: a row that does not change stays the same object, a table
 * without a change stays the same table, a document without a change stays the same document.
 */
import { sameValue } from './equality.ts'
import {
  type ProcessDocument,
  type SalesProcess,
  type TableName,
  type TableRows,
  tableNames,
} from './process.ts'

/** The tables of a document, each typed by its name, so that code over any table stays typed. */
export type Tables = { readonly [T in TableName]: Readonly<Record<string, TableRows[T]>> }

/** The row with the given fields; the same row where nothing differs. */
export function withFields<Row extends object>(row: Row, fields: Partial<Row>): Row {
  const differs = Object.entries(fields).some(([key, value]) => !sameValue(value, row[key as keyof Row]))
  return differs ? { ...row, ...fields } : row
}

/** Adds or replaces rows by their ids. */
export function putRows<T extends TableName>(
  document: ProcessDocument,
  table: T,
  rows: readonly TableRows[T][],
): ProcessDocument {
  const tables: Tables = document
  const had: Readonly<Record<string, TableRows[T]>> = tables[table]
  const changed = rows.filter((row) => had[row.id] !== row)
  if (changed.length === 0) return document
  const next: Record<string, TableRows[T]> = { ...had }
  for (const row of changed) next[row.id] = row
  return { ...document, [table]: next }
}

/** Removes rows by id; ids that are not there are ignored. */
export function dropRows<T extends TableName>(
  document: ProcessDocument,
  table: T,
  ids: Iterable<string>,
): ProcessDocument {
  const tables: Tables = document
  const had: Readonly<Record<string, TableRows[T]>> = tables[table]
  const gone = [...ids].filter((id) => Object.hasOwn(had, id))
  if (gone.length === 0) return document
  const next: Record<string, TableRows[T]> = { ...had }
  for (const id of gone) delete next[id]
  return { ...document, [table]: next }
}

/** Changes fields of the process's own row. */
export function withProcess(document: ProcessDocument, fields: Partial<SalesProcess>): ProcessDocument {
  const process = withFields(document.process, fields)
  return process === document.process ? document : { ...document, process }
}

/**
 * `after` with every row, table and document of `before` that holds the same data: a change there and back again, or
 * a replacement by equals, is no change for whoever compares by identity.
 */
export function keepingSame(before: ProcessDocument, after: ProcessDocument): ProcessDocument {
  if (before === after) return before
  const process = sameValue(before.process, after.process) ? before.process : after.process
  const document: ProcessDocument = {
    process,
    stages: sameRows(before.stages, after.stages),
    transitions: sameRows(before.transitions, after.transitions),
    scenarios: sameRows(before.scenarios, after.scenarios),
    waivers: sameRows(before.waivers, after.waivers),
    comments: sameRows(before.comments, after.comments),
  }
  const same = process === before.process && tableNames.every((table) => document[table] === before[table])
  return same ? before : document
}

function sameRows<Row>(
  before: Readonly<Record<string, Row>>,
  after: Readonly<Record<string, Row>>,
): Readonly<Record<string, Row>> {
  if (before === after) return before
  const ids = Object.keys(after)
  let same = Object.keys(before).length === ids.length
  let kept: Record<string, Row> | null = null
  for (const id of ids) {
    const had = before[id]
    const row = after[id]
    if (had === row) continue
    if (had === undefined || !sameValue(had, row)) same = false
    else {
      kept ??= { ...after }
      kept[id] = had
    }
  }
  return same ? before : (kept ?? after)
}
