/**
 * The one way to the data, the same on PGlite and PostgreSQL. There is no query outside a transaction and no
 * transaction without a scope: `company` sees one company's rows (row-level security by `app.company_id`),
 * `identity` only the tables that sign-in needs. Whoever forgets the scope gets an error, never another's rows.
 */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** Begins a statement of which the plan is kept. */
export const plannedMark = '/* planned */ '

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
  /** How far a company's trail goes, in one statement, which brings its scope with it. */
  trailEnd(companyId: string): Promise<number>
  /**
   * A transaction that is one statement, planned once a connection, and brings its scope with it (`begin_at_once`).
   * @returns its first row.
   */
  atOnce<Row>(statement: RawBuilder<Row>): Promise<Row | undefined>
  /** One transaction as the owner of the tables. */
  owner<T>(work: (session: OwnerSession) => Promise<T>): Promise<T>
  /** Tells other instances that a company has news; a wake-up only. Does nothing where there can be no other. */
  wakeOthers(companyId: string): Promise<void>
  /** Calls `wake` for news of other instances until closed, and with `aboutAll` where some may have been missed. */
  onWake(wake: (companyId: string) => void): Promise<void>
  close(): Promise<void>
}

/**
 * Put before a statement that is asked again and again, always with this text: PostgreSQL plans it once a connection.
 * Only for what answers the same columns after every migration.
 */
export const planned = sql.raw(plannedMark)

/**
 * What an engine has to bring; everything that is the same on both is made of it here. Its driver does not begin
 * transactions: the first statement of each says `begin` and whose rows it sees, in one round trip.
 */
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

/** Written into a statement as it is, so nothing else may be in it. */
function literal(id: string): string {
  if (/^[0-9a-f-]{0,36}$/i.test(id)) return `'${id}'`
  throw new Error('A company or a person is known by a UUID.')
}

export function openDatabase(engine: Engine): Database {
  const transaction = <T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    engine.inTurn(() =>
      engine.kysely.transaction().execute(async (tx) => {
        await sql.raw(`begin; ${opening}`).execute(tx)
        return work(tx)
      }),
    )
  return {
    engine: engine.engine,
    company: ({ companyId, userId = '' }, work) =>
      transaction(
        `select set_config('app.company_id', ${literal(companyId)}, true),
          set_config('app.user_id', ${literal(userId)}, true)`,
        work,
      ),
    identity: (work) => transaction('set local role stagecraft_identity', work),
    unscoped: (work) => transaction('', work),
    trailEnd: (companyId) =>
      engine.inTurn(async () => {
        const asked = sql<{ seq: number }>`${planned}select trail_end(${companyId}) as seq`
        return (await asked.execute(engine.kysely)).rows[0]?.seq ?? 0
      }),
    atOnce: <Row>(statement: RawBuilder<Row>) =>
      engine.inTurn(() =>
        engine.kysely.connection().execute(async (connection) => {
          try {
            return (await sql<Row>`${planned}${statement}`.execute(connection)).rows[0]
          } catch (error) {
            // Nothing is left to roll back; but a connection that died of it is known to be dead before it is used again.
            await sql`rollback`.execute(connection).catch(() => {})
            throw error
          }
        }),
      ),
    owner: (work) => engine.inTurn(() => engine.owner(work)),
    wakeOthers: engine.wakeOthers,
    onWake: engine.onWake,
    close: engine.close,
  }
}
