/** A database comes to the newest schema once, whoever starts first, all of it or nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '../../tests/kit/backend.ts'
import { type RunningPostgres, startPostgres } from '../../tests/kit/postgres.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { migrationFiles } from './migrationFiles.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { proveIsolation } from './selfTest.ts'

describe.each(databaseKinds)('migrating %s', (kind) => {
  let postgres: RunningPostgres | undefined
  let database: Database
  beforeAll(async () => {
    postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined
    database = postgres ? await openPostgres(postgres.url) : await openPglite('memory://')
  })
  afterAll(async () => {
    await database.close()
    await postgres?.stop()
  })
  const tables = () =>
    database.owner(async (session) => {
      const rows = await session.rows(
        "select table_name as name from information_schema.tables where table_schema = 'stagecraft' order by 1",
      )
      return rows.map((row) => row.name)
    })

  it('leaves nothing of a migration that fails, nor of those before it in the same start', async () => {
    const files = [
      { name: '0001_good', sql: 'CREATE TABLE good (id int);' },
      { name: '0002_bad', sql: 'CREATE TABLE half (id int); SELECT no_such_thing();' },
    ]
    await expect(migrate(database, files)).rejects.toThrow(/0002_bad failed, nothing was changed/)
    expect(await tables()).toEqual([])
  })

  it('runs each file once, in the order of the names, however many start together', async () => {
    const files = await migrationFiles()
    const applied = await Promise.all([
      migrate(database, [...files].reverse()),
      migrate(database, files),
      migrate(database, files),
    ])
    const names = files.map((file) => file.name).sort()
    expect(applied.flat()).toEqual(names)
    expect(await migrate(database, files)).toEqual([])
    await proveIsolation(database)
  })

  it('refuses a database that a newer version has changed', async () => {
    const [first] = await migrationFiles()
    await expect(migrate(database, first ? [first] : [])).rejects.toThrow(/start a newer version/)
  })

  it('gives numbers as numbers and times as ISO 8601 in UTC', async () => {
    const rows = await database.owner((session) =>
      session.rows(
        "select 9007199254740991::int8 as big, 12.5::numeric as part, '2026-01-31 10:00:00.123456+01'::timestamptz as at, count(*) as n from schema_migrations",
      ),
    )
    expect(rows).toEqual([
      {
        big: 9007199254740991,
        part: 12.5,
        at: '2026-01-31T09:00:00.123Z',
        n: (await migrationFiles()).length,
      },
    ])
  })
})

describe('the migration files', () => {
  it('are plain statements without their own transaction, numbered without a gap', async () => {
    const files = [...(await migrationFiles())].sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(files.map((file) => Number(file.name.slice(0, 4)))).toEqual(files.map((_, index) => index + 1))
    for (const file of files) expect(file.sql, file.name).not.toMatch(/^\s*(COMMIT|ROLLBACK|BEGIN\s*;)/im)
  })
})
