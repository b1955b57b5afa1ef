/**
 * The one structure behind undo, autosave, outbox, broadcast, version compare and audit: what became of which
 * field of which row. Pure arithmetic on data: diff, apply, reverse, squash.
 */
import type { ProcessDocument, SalesProcess, TableName, TableRows } from './process.ts'
import { tableNames } from './process.ts'

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

export type ProcessDiff = { readonly process: RowChange<SalesProcess> | null } & {
  readonly [T in TableName]: TableDiff<TableRows[T]>
}
