/**
 * All rows of all companies as text, and back: the same on both engines, so a backup of one restores into the other.
 * Values travel in the database's own notation, which loses nothing. Read in one snapshot; put back all or nothing.
 */
import { z } from 'zod'
import type { Database, OwnerSession } from '../database/database.ts'
import { type Migration, migrate } from '../database/migrate.ts'

export const dumpSchema = z.strictObject({
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)),
      rows: z.array(z.array(z.string().nullable())),
    }),
  ),
})
export type Dump = z.infer<typeof dumpSchema>

const batch = 500

/** @throws Error in one sentence where this database user may not see all companies' rows. */
export function dump(database: Database): Promise<Dump> {
  return database.owner(async (session) => {
    await session.script('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL row_security = off')
    const applied = await session.rows('SELECT name FROM schema_migrations ORDER BY name')
    const tables: Dump['tables'] = []
    for (const name of await tablesOf(session)) {
      const columns = (await columnsOf(session, name)).map((column) => column.name)
      const texts = columns.map((column) => `"${column}"::text`).join(', ')
      const found = await session
        .rows(`SELECT to_json(ARRAY[${texts}])::text AS row FROM "${name}"`)
        .catch((error: unknown) => {
          throw new Error(
            `The database user may not read all rows of ${name}: back up as the owner with BYPASSRLS or as superuser.`,
            { cause: error },
          )
        })
      tables.push({
        name,
        columns,
        rows: found.map(({ row }) => z.array(z.string().nullable()).parse(JSON.parse(String(row)))),
      })
    }
    return { migrations: applied.map(({ name }) => String(name)), tables }
  })
}

/**
 * Puts a dump into an empty database, brings it to this program's schema, and gives it a new epoch, so that no client
 * waits for events that will never come. @throws Error where companies are there already, or it is of a newer version.
 */
export async function undump(
  database: Database,
  { migrations, tables }: Dump,
  files: readonly Migration[],
): Promise<void> {
  const unknown = migrations.filter((name) => !files.some((file) => file.name === name))
  if (unknown.length > 0) {
    throw new Error(`The backup is of a newer version (${unknown.join(', ')}): restore it with that one.`)
  }
  const notEmpty = 'The database is not empty: restore into a new one.'
  await migrate(
    database,
    files.filter(({ name }) => migrations.includes(name)),
  ).catch((error: unknown) => {
    throw new Error(notEmpty, { cause: error })
  })
  await database.owner(async (session) => {
    await session.script('SET LOCAL row_security = off')
    if ((await session.rows('SELECT FROM companies LIMIT 1')).length > 0) throw new Error(notEmpty)
    // Rows that were checked and numbered when they were written are put back as they are.
    const guards = await triggersOf(session)
    for (const { table, name } of guards)
      await session.script(`ALTER TABLE "${table}" DISABLE TRIGGER "${name}"`)
    // Rows come as they lay: each finds what it refers to when all are there.
    const keys = await foreignKeysOf(session)
    for (const { table, name } of keys)
      await session.script(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`)
    // What the migrations themselves put in comes from the backup, too.
    for (const { name } of tables) await session.rows(`DELETE FROM "${name}"`)
    for (const { name, columns, rows } of tables) {
      const types = new Map((await columnsOf(session, name)).map((column) => [column.name, column.type]))
      const names = columns.map((column) => `"${column}"`).join(', ')
      const values = columns
        .map((column, index) => `(r->>${index})::${types.get(column) ?? 'text'}`)
        .join(', ')
      for (let from = 0; from < rows.length; from += batch) {
        await session.rows(
          `INSERT INTO "${name}" (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM json_array_elements($1::json) r`,
          [JSON.stringify(rows.slice(from, from + batch))],
        )
      }
    }
    for (const { table, name, definition } of keys)
      await session.script(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition}`)
    for (const { table, name, how } of guards)
      await session.script(`ALTER TABLE "${table}" ${how} TRIGGER "${name}"`)
    await session.rows('UPDATE installation SET epoch = gen_random_uuid()::text')
  })
  await migrate(database, files)
}

const enabling: Readonly<Record<string, string>> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' }

/** Our own triggers that are on, and how each is switched on again. */
async function triggersOf(session: OwnerSession): Promise<{ table: string; name: string; how: string }[]> {
  const rows = await session.rows(
    `SELECT c.relname AS table, t.tgname AS name, t.tgenabled AS state FROM pg_trigger t
     JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relnamespace = 'stagecraft'::regnamespace`,
  )
  return rows.map(({ table, name, state }) => ({
    table: String(table),
    name: String(name),
    how: enabling[String(state)] ?? 'ENABLE ALWAYS',
  }))
}

async function foreignKeysOf(
  session: OwnerSession,
): Promise<{ table: string; name: string; definition: string }[]> {
  const rows = await session.rows(
    `SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.connamespace = 'stagecraft'::regnamespace`,
  )
  return rows.map(({ table, name, definition }) => ({
    table: String(table),
    name: String(name),
    definition: String(definition),
  }))
}

async function tablesOf(session: OwnerSession): Promise<string[]> {
  const tables = await session.rows(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'stagecraft'::regnamespace
     AND c.relkind = 'r' AND c.relname <> 'schema_migrations' ORDER BY 1`,
  )
  return tables.map(({ name }) => String(name))
}

/** Without those that the database computes itself. */
async function columnsOf(session: OwnerSession, table: string): Promise<{ name: string; type: string }[]> {
  const rows = await session.rows(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`stagecraft."${table}"`],
  )
  return rows.map(({ name, type }) => ({ name: String(name), type: String(type) }))
}
