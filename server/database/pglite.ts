/**
 * PGlite: PostgreSQL inside the process, on disk under Node, in memory in tests, on the browser's own storage in the
 * demo. It logs in as superuser, for whom row-level security is off: every session takes the application's role.
 */
import { PGlite, type PGliteOptions, parse, protocol } from '@electric-sql/pglite'
import {
  AbortedTransactionError,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PGliteDialect,
  type QueryResult,
} from 'kysely'
import { type Database, type Engine, openDatabase, plannedMark, sessionSettings } from './database.ts'
import { asNoRoom, keepRoom } from './room.ts'
import { valueParsers } from './values.ts'

/**
 * @param dataDir folder on disk, `memory://`, or in a browser `opfs-ahp://…`.
 * @param hasRoom whether there is room to write (room.ts); absent: always.
 */
export async function openPglite(
  dataDir: string,
  options: PGliteOptions = {},
  hasRoom: () => boolean = () => true,
): Promise<Database> {
  const pglite = await PGlite.create({ ...options, dataDir, parsers: { ...valueParsers } })
  await pglite.exec('CREATE SCHEMA IF NOT EXISTS stagecraft')
  await pglite.exec("SET search_path TO stagecraft; SET TimeZone TO 'UTC'")
  const known = await pglite.query("SELECT FROM pg_roles WHERE rolname = 'stagecraft_app'")
  if (known.rows.length > 0) await pglite.exec(sessionSettings.join(';'))
  return openDatabase(engineOf(pglite, hasRoom))
}

/** One connection, on which transactions follow each other: see `inTurn`. */
class OneConnection implements Driver, DatabaseConnection {
  readonly #pglite: PGlite
  readonly #names = new Map<string, string>()
  #named = 0
  #failed = false
  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }
  async init() {}
  async destroy() {}
  async acquireConnection() {
    return this
  }
  async releaseConnection() {}
  async beginTransaction() {
    this.#failed = false
  }
  async commitTransaction() {
    // After a failed statement a commit rolls back without a word.
    if (this.#failed) throw new AbortedTransactionError()
    await this.#pglite.exec('commit')
  }
  async rollbackTransaction() {
    await this.#pglite.exec('rollback')
  }
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const done = await this.#ask(sql, parameters)
      return { rows: (done?.rows ?? []) as Row[], numAffectedRows: BigInt(done?.affectedRows ?? 0) }
    } catch (error) {
      this.#failed = true
      throw asNoRoom(error)
    }
  }
  async #ask(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ readonly rows: unknown[]; readonly affectedRows?: number } | undefined> {
    if (sql.startsWith(plannedMark) && parameters.every(isSimple)) return this.#askPlanned(sql, parameters)
    return parameters.length > 0
      ? this.#pglite.query(sql, [...parameters])
      : (await this.#pglite.exec(sql)).at(-1)
  }
  /** Under a name by which its plan is kept, and in one message instead of six. */
  async #askPlanned(sql: string, parameters: readonly Simple[]) {
    const { serialize } = protocol
    const known = this.#names.get(sql)
    const name = known ?? `planned_${this.#named++}`
    const { messages } = await this.#pglite.execProtocol(
      joined([
        ...(known ? [] : [serialize.parse({ name, text: sql })]),
        serialize.bind({ statement: name, values: parameters.map((value) => value?.toString() ?? null) }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ]),
    )
    this.#names.set(sql, name)
    return parse.parseResults(messages, valueParsers)[0]
  }
  streamQuery(): never {
    throw new Error('PGlite answers as a whole.')
  }
}

type Simple = string | number | null
const isSimple = (value: unknown): value is Simple =>
  value === null || typeof value === 'string' || typeof value === 'number'

function joined(messages: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const message of messages) {
    whole.set(message, at)
    at += message.length
  }
  return whole
}

class Dialect extends PGliteDialect {
  readonly #pglite: PGlite
  constructor(pglite: PGlite) {
    super({ pglite })
    this.#pglite = pglite
  }
  override createDriver() {
    return new OneConnection(this.#pglite)
  }
}

function engineOf(pglite: PGlite, hasRoom: () => boolean): Engine {
  const look = keepRoom(hasRoom, (statement) => pglite.exec(statement))
  let last: Promise<unknown> = Promise.resolve()
  return {
    engine: 'pglite',
    kysely: new Kysely({ dialect: new Dialect(pglite) }),
    inTurn: (work) => {
      const turn = last.then(look).then(work)
      last = turn.catch(() => undefined)
      return turn
    },
    owner: async (work) => {
      await pglite.exec('RESET ROLE')
      try {
        return await pglite.transaction(async (tx) => {
          await tx.exec('SET TRANSACTION READ WRITE')
          return work({
            script: async (text) => {
              await tx.exec(text)
            },
            rows: async (text, values) =>
              (await tx.query<Record<string, unknown>>(text, values ? [...values] : [])).rows,
          })
        })
      } finally {
        const known = await pglite.query("SELECT FROM pg_roles WHERE rolname = 'stagecraft_app'")
        if (known.rows.length > 0) await pglite.exec('SET ROLE stagecraft_app')
      }
    },
    wakeOthers: async () => {},
    onWake: async () => {},
    close: async () => {
      await last
      if (!pglite.closed) await pglite.close()
    },
  }
}
