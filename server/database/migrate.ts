/**
 * Brings a database to the newest schema: plain SQL files in the order of their names, all that are missing in one
 * transaction under an exclusive lock, so that any number of instances may start at once. The files are given, not
 * read: Node takes them from disk (migrationFiles.ts), a browser build from its bundle.
 */
import type { Database } from './database.ts'

export interface Migration {
  /** As in `0001_ground`. */
  readonly name: string
  readonly sql: string
}

/** Any number that no other program locks by chance. */
const lock = 4_400_770_101

/**
 * @returns the names that were applied now.
 * @throws Error where the database knows migrations that this program does not, or one of them fails: nothing is done.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const inOrder = [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))
  return database.owner(async (session) => {
    await session.rows('SELECT pg_advisory_xact_lock($1)', [lock])
    await session.script(`CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`)
    const applied = new Set((await session.rows('SELECT name FROM schema_migrations')).map((row) => row.name))
    const known = new Set(inOrder.map((migration) => migration.name))
    const foreign = [...applied].filter((name) => typeof name === 'string' && !known.has(name))
    if (foreign.length > 0) {
      throw new Error(
        `The database has migrations that this version does not know (${foreign.join(', ')}): start a newer version.`,
      )
    }
    const missing = inOrder.filter((migration) => !applied.has(migration.name))
    for (const migration of missing) {
      try {
        await session.script(migration.sql)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new Error(`Migration ${migration.name} failed, nothing was changed: ${reason}`, {
          cause: error,
        })
      }
      await session.rows('INSERT INTO schema_migrations (name) VALUES ($1)', [migration.name])
    }
    return missing.map((migration) => migration.name)
  })
}
