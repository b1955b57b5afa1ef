/**
 * The one way to the data, the same on PGlite and PostgreSQL. There is no query outside a transaction and no
 * transaction without a scope: `company` sees one company's rows (row-level security by `app.company_id`),
 * `identity` only the tables that sign-in needs. Whoever forgets the scope gets an error, never another's rows.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'

export type Tx = Transaction<Schema>

/** Whose rows a transaction sees. */
export interface CompanyScope {
  readonly companyId: string
  /** Needed where rows belong to one person (drafts). */
  readonly userId?: string
}

/** What the owner of the tables may do beside the application: migrate. Plain SQL, several statements at once. */
export interface OwnerSession {
  script(text: string): Promise<void>
  rows(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
}

export interface Database {
  readonly engine: 'pglite' | 'postgresql'
  company<T>(scope: CompanyScope, work: (tx: Tx) => Promise<T>): Promise<T>
  identity<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** As the application role but of no company: for the self-test and for what belongs to the installation. */
  unscoped<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One transaction as the owner of the tables. */
  owner<T>(work: (session: OwnerSession) => Promise<T>): Promise<T>
  /** Tells other instances that a company has news; a wake-up only. Does nothing where there can be no other. */
  wakeOthers(companyId: string): Promise<void>
  /** Calls `wake` for news of other instances until closed. */
  onWake(wake: (companyId: string) => void): Promise<void>
  close(): Promise<void>
}

/** What an engine has to bring; everything that is the same on both is made of it here. */
export interface Engine extends Pick<Database, 'engine' | 'owner' | 'wakeOthers' | 'onWake' | 'close'> {
  readonly kysely: Kysely<Schema>
  /** PGlite has one connection: its transactions go one after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
}

/** Session-wide on every connection, so that nothing ever runs as the owner by oversight. */
export const sessionSettings = [
  'SET search_path TO stagecraft',
  "SET TimeZone TO 'UTC'",
  'SET ROLE stagecraft_app',
] as const

export function openDatabase(engine: Engine): Database {
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    engine.inTurn(() => engine.kysely.transaction().execute(work))
  return {
    engine: engine.engine,
    company: (scope, work) =>
      transaction(async (tx) => {
        await sql`select set_config('app.company_id', ${scope.companyId}, true),
          set_config('app.user_id', ${scope.userId ?? ''}, true)`.execute(tx)
        return work(tx)
      }),
    identity: (work) =>
      transaction(async (tx) => {
        await sql`set local role stagecraft_identity`.execute(tx)
        return work(tx)
      }),
    unscoped: transaction,
    owner: (work) => engine.inTurn(() => engine.owner(work)),
    wakeOthers: engine.wakeOthers,
    onWake: engine.onWake,
    close: engine.close,
  }
}
