/**
 * The last statement of a write: rows of the projection, the version, what is recorded and the reply that is kept,
 * in one round trip, because the process and then the company's counter are locked until it is done.
 */
import { type RawBuilder, sql } from 'kysely'
import { ApiError } from '../apiError.ts'
import { planned, type Tx } from '../database/database.ts'

/** Rows to insert or update; `what` says of what kind they are. */
export interface Put {
  readonly what: 'stage' | 'transition'
  readonly rows: number
  readonly statement: RawBuilder<unknown>
}

export interface Ending {
  readonly puts: readonly Put[]
  /** Calls of functions, in the order in which they run. */
  readonly calls: readonly RawBuilder<unknown>[]
}

/** @throws ApiError ALREADY_EXISTS where rows belong to another process. */
export async function end(tx: Tx, { puts, calls }: Ending): Promise<void> {
  if (puts.length + calls.length === 0) return
  const named = puts.map(({ what, statement }) => sql`${sql.ref(what)} as (${statement} returning id)`)
  const counts = puts.map(({ what }) => {
    const name = sql.ref(what)
    return sql`(select count(*)::int from ${name}) as ${name}`
  })
  const written = await sql<{ readonly [what: string]: unknown }>`${planned}${
    puts.length > 0 ? sql`with ${sql.join(named)} ` : sql``
  }select ${sql.join([...counts, ...calls])}`.execute(tx)
  for (const { what, rows } of puts) {
    if (written.rows[0]?.[what] === rows) continue
    throw new ApiError(
      'ALREADY_EXISTS',
      `Another process has a ${what} with the same id: give copied rows new ids.`,
      { field: 'id' },
    )
  }
}
