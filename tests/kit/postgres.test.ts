import pg from 'pg'
import { expect, it } from 'vitest'
import { startPostgres } from './postgres.ts'

it('starts a real PostgreSQL with an empty database, and ends it', async () => {
  const postgres = await startPostgres()
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as tables from pg_tables where schemaname = $1', [
    'public',
  ])
  expect(rows).toEqual([{ tables: 0 }])
  await client.end()
  await postgres.stop()
  await expect(new pg.Client({ connectionString: postgres.url }).connect()).rejects.toThrow()
})
