/**
 * A PostgreSQL server, shared by any number of instances. Every connection takes the application's role; migrating
 * goes over a connection of its own as the user of the URL. News of other instances come by LISTEN.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresDialectConfig, PostgresDriver, sql } from 'kysely'
import pg from 'pg'
import { aboutAll } from '../realtime/wakeUps.ts'
import { askTogether } from './askTogether.ts'
import { type Database, type Engine, openDatabase, plannedMark, sessionSettings } from './database.ts'
import { valueParsers } from './values.ts'

const channel = 'stagecraft_events'
/** Milliseconds in which wake-ups of one company become one. */
const gathered = 20

export interface PostgresOptions {
  /** Connections kept; PostgreSQL's own limit is 100 by default, over all instances. */
  readonly connections?: number
  /** A connection broke; the pool replaces it. What was being done on it fails by itself. */
  readonly onBroken?: (error: Error) => void
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    valueParsers[id] ?? pg.types.getTypeParser(id, format ?? 'text'),
}

/** Gives statements that ask for it a name, under which PostgreSQL keeps their plan. */
class PlanningClient extends pg.Client {
  static readonly #names = new Map<string, string>()
  override query(asked: unknown, ...rest: unknown[]): never {
    const [values] = rest
    if (typeof asked !== 'string' || !asked.startsWith(plannedMark) || !Array.isArray(values))
      return Reflect.apply(super.query, this, [asked, ...rest]) as never
    const name = PlanningClient.#names.get(asked) ?? `planned_${PlanningClient.#names.size}`
    PlanningClient.#names.set(asked, name)
    return super.query({ name, text: asked, values }) as never
  }
}

/** Transactions are begun by their first statement: see Engine. */
class Begun extends PostgresDriver {
  override async beginTransaction() {}
}

class Dialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver() {
    return new Begun(this.#config)
  }
}

/** @throws Error in one sentence where nobody answers there or the database may not be used. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  await withClient(url, async (client) => {
    const isThere = async () => {
      const { rows } = await client.query("SELECT to_regnamespace('stagecraft') IS NOT NULL AS known")
      return rows[0]?.known === true
    }
    if (await isThere()) return
    try {
      await client.query('CREATE SCHEMA IF NOT EXISTS stagecraft')
    } catch (error) {
      // Of several instances that start at once one makes it, and the others may fail where it is being made.
      if (await isThere()) return
      throw new Error(
        'DATABASE_URL: this user may not create the schema "stagecraft": grant it CREATE on the database.',
        { cause: error },
      )
    }
  })
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 20,
    types,
    Client: PlanningClient,
  })
  pool.on('error', (error) => options.onBroken?.(error))
  // The pool hears only of connections that nobody uses. One that breaks between two statements of a transaction would
  // end the process; here its next statement fails, and with it the transaction.
  pool.on('connect', (client) => client.on('error', (error) => options.onBroken?.(error)))
  const kysely: Engine['kysely'] = new Kysely({
    dialect: new Dialect({
      pool,
      onCreateConnection: async (connection) => {
        for (const setting of sessionSettings) {
          await connection.executeQuery(sql.raw(setting).compile(kysely))
        }
      },
    }),
  })
  // Every read asks this: it is not to wait for a connection behind writes, and none of them wait behind it.
  const asking = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    types,
    onConnect: async (client) => {
      for (const setting of sessionSettings) await client.query(setting)
    },
  })
  asking.on('error', (error) => options.onBroken?.(error))
  const trailEndOf = askTogether(async (companies: readonly string[]) => {
    const { rows } = await asking.query<{ company: string; seq: number | null }>({
      name: 'trail_ends',
      text: 'select company, trail_end(company::uuid) as seq from unnest($1::text[]) as company',
      values: [companies],
    })
    return new Map(rows.map(({ company, seq }) => [company, seq ?? 0]))
  })
  let listener: pg.Client | undefined
  let closing = false

  async function listen(wake: (topic: string) => void, again = false): Promise<void> {
    const client = new pg.Client({ connectionString: url })
    client.on('notification', (message) => wake(message.payload ?? ''))
    client.on('error', (error) => options.onBroken?.(error))
    client.on('end', () => {
      listener = undefined
      // The truth is the event table: what is told while nobody listens is looked for afterwards.
      if (!closing)
        setTimeout(() => void listen(wake, true).catch((error) => options.onBroken?.(error)), 1_000)
    })
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    listener = client
    if (again) wake(aboutAll)
  }

  /** Told at once, and what comes within the moment after it is told together. */
  const telling = new Map<string, { again: boolean }>()
  async function notify(topic: string): Promise<void> {
    const now = telling.get(topic)
    if (now) {
      now.again = true
      return
    }
    const mine = { again: true }
    telling.set(topic, mine)
    try {
      while (mine.again && !closing) {
        mine.again = false
        await sql`select pg_notify(${channel}, ${topic})`.execute(kysely)
        await pause(gathered)
      }
    } finally {
      telling.delete(topic)
    }
  }

  const database = openDatabase({
    engine: 'postgresql',
    kysely,
    inTurn: (work) => work(),
    owner: (work) =>
      withClient(url, async (client) => {
        await client.query("SET search_path TO stagecraft; SET TimeZone TO 'UTC'; BEGIN")
        try {
          const result = await work({
            script: async (text) => {
              await client.query(text)
            },
            rows: async (text, values) => (await client.query(text, values ? [...values] : [])).rows,
          })
          await client.query('COMMIT')
          return result
        } catch (error) {
          await client.query('ROLLBACK')
          throw error
        }
      }),
    wakeOthers: notify,
    onWake: listen,
    close: async () => {
      closing = true
      await listener?.end()
      await asking.end()
      await pool.end()
    },
  })
  return { ...database, trailEnd: async (companyId) => (await trailEndOf(companyId)) ?? 0 }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, types })
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error)
    throw new Error(`DATABASE_URL: no PostgreSQL answered there (${reason}).`, { cause: error })
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
