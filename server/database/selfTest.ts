/**
 * Before the first request: is one company really kept from another's rows? Row-level security is silently off for a
 * superuser, for a role that may bypass it and for a table where it was forgotten; the server refuses to run then.
 */
import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { sqlState } from './sqlState.ts'

const probes = ['00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000b'] as const

/** @throws Error in one sentence that says what is wrong. */
export async function proveIsolation(database: Database): Promise<void> {
  await database.unscoped(proveRole).catch((error: unknown) => {
    if (sqlState(error) !== '42501') throw error
    throw refusal(
      'the database user may not take the roles stagecraft_app and stagecraft_identity; grant them to it',
    )
  })
  await database.unscoped(proveTables)
  for (const companyId of probes) {
    const seen = await database.company({ companyId }, (tx) =>
      tx.selectFrom('isolation_probe').select('company_id').execute(),
    )
    if (seen.length !== 1 || seen[0]?.company_id !== companyId) {
      throw refusal(`a transaction of one company saw ${seen.length} of two companies' rows`)
    }
  }
  await proveError(database, 'never set', async () => {})
  await proveError(database, 'empty', async (tx) => {
    await sql`select set_config('app.company_id', '', true)`.execute(tx)
  })
}

async function proveRole(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string; strong: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user`.execute(
    tx,
  )
  const role = rows[0]
  if (!role || role.strong)
    throw refusal(`the role "${role?.name}" is a superuser or may bypass row-level security`)
}

async function proveTables(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'stagecraft' and c.relkind in ('r', 'p')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id')
      and not (c.relrowsecurity and c.relforcerowsecurity
        and pg_get_userbyid(c.relowner) <> current_user)`.execute(tx)
  if (rows.length > 0)
    throw refusal(`row-level security is off for ${rows.map((row) => row.name).join(', ')}`)
}

async function proveError(
  database: Database,
  state: string,
  prepare: (tx: Tx) => Promise<void>,
): Promise<void> {
  const answered = await database
    .unscoped(async (tx) => {
      await prepare(tx)
      await tx.selectFrom('isolation_probe').select('company_id').execute()
      return true
    })
    .catch((error: unknown) => {
      if (sqlState(error) === '42704' || sqlState(error) === '22P02') return false
      throw error
    })
  if (answered) throw refusal(`a query was answered while the company was ${state}`)
}

const refusal = (what: string): Error =>
  new Error(`Companies are not kept apart in this database, so the server does not start: ${what}.`)
