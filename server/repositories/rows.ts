/**
 * Whole rows in the domain's wire form to and from tables whose columns have the same names. PostgreSQL itself takes
 * a JSON list apart (json_populate_recordset): one parameter for any number of rows, and no driver's idea of arrays.
 */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { toSnakeCase } from '../../src/domain/process/wire.ts'
import type { Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

export const columnsOf = (shape: z.ZodRawShape): string[] => Object.keys(shape).map(toSnakeCase)

function upsert(
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly object[],
  onConflict: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const names = sql.raw(columns.map(quoted).join(', '))
  return sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (company_id, id) ${onConflict}`
}

/** @returns how many rows were inserted or updated: fewer than given where `onConflict` passes some over. */
export async function upsertedFrom(
  tx: Tx,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly object[],
  onConflict: RawBuilder<unknown>,
): Promise<number> {
  if (rows.length === 0) return 0
  const result = await upsert(table, columns, rows, onConflict).execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** `"a" = excluded."a", …` */
export const excluded = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.raw(columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', '))

/** Names of our own columns; as text, for a statement of a hundred parts takes longer to put together than to run. */
const quoted = (column: string): string => `"${column}"`
