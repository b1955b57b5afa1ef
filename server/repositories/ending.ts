/**
 * The last statement of a write: the version, rows of the projection, what is recorded and the reply that is kept,
 * in one round trip, because the process and then the company's counter are locked until it is done.
 */
import { type RawBuilder, sql } from 'kysely'
import { planned, type Tx } from '../database/database.ts'

/** A function of the database that is to run. */
export type Call = RawBuilder<unknown>

/** What a statement selects that makes the calls, in their order. */
export const selected = (calls: readonly Call[]): RawBuilder<unknown> =>
  sql.join(calls.map((call, index) => sql`${call} as ${sql.ref(`call_${index}`)}`))

export async function end(tx: Tx, calls: readonly Call[]): Promise<void> {
  if (calls.length > 0) await sql`${planned}select ${selected(calls)}`.execute(tx)
}
