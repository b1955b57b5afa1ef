/** The drill of P32: save, lose everything, put back, and work on; damaged files and wrong passphrases open nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aim, publishes } from '../../tests/attack/target.ts'
import { type DatabaseKind, databaseKinds } from '../../tests/kit/backend.ts'
import { type RunningPostgres, startPostgres } from '../../tests/kit/postgres.ts'
import type { Database } from '../database/database.ts'
import { migrationFiles } from '../database/migrationFiles.ts'
import { openPglite } from '../database/pglite.ts'
import { openPostgres } from '../database/postgres.ts'
import { proveIsolation } from '../database/selfTest.ts'
import { backUp, restore } from './backup.ts'
import { dump } from './dump.ts'

const passphrase = 'four words, well chosen'
const folder = mkdtempSync(join(tmpdir(), 'stagecraft-backup-'))
const closing: (() => Promise<unknown>)[] = []

async function emptyDatabase(kind: DatabaseKind): Promise<Database> {
  const postgres: RunningPostgres | null = kind === 'PostgreSQL' ? await startPostgres() : null
  const database = postgres ? await openPostgres(postgres.url) : await openPglite('memory://')
  closing.push(async () => {
    await database.close()
    await postgres?.stop()
  })
  return database
}

const guardsOf = (database: Database) =>
  database.owner((session) =>
    session.rows(
      `SELECT tgname AS name, tgenabled::text AS how FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) || convalidated
       FROM pg_constraint WHERE connamespace = 'stagecraft'::regnamespace ORDER BY 1, 2`,
    ),
  )

const epochOf = (database: Database) =>
  database.unscoped((tx) => tx.selectFrom('installation').select('epoch').executeTakeFirstOrThrow())

/** Rows lie in a database as they happen to; more of them than are put back at once, each after the one it refers to. */
const columns = 'kind, reason, document, changed_in, added, updated, removed, user_id, at'
const childrenFirst = `INSERT INTO process_versions (company_id, process_id, revision, parent_revision, ${columns})
  SELECT company_id, process_id, n, n - 1, ${columns}
  FROM (SELECT * FROM process_versions ORDER BY revision DESC LIMIT 1) AS last,
    generate_series(last.revision + 600, last.revision + 1, -1) AS n`

describe('a backup', () => {
  let original: Awaited<ReturnType<typeof aim>>
  let file: Buffer
  beforeAll(async () => {
    original = await aim()
    for (let company = 0; company < 2; company += 1) {
      const { person } = await original.signsIn()
      await publishes(person)
      const settings = {
        opportunities: { nothing: null, name: 'Größe “\\” \n 🧭', many: [1e-7, 12345678901234] },
      }
      await person.sends('POST', '/api/settings', { json: settings })
    }
    await original.backend.database.owner((session) => session.rows(childrenFirst))
    file = (await backUp(original.backend.database, folder, passphrase)).file
  })
  afterAll(async () => {
    for (const close of closing) await close()
    await original.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(databaseKinds)(
    'brings every row back into an empty %s, guarded as before, under a new epoch',
    async (kind) => {
      const database = await emptyDatabase(kind)
      const migrations = await migrationFiles()
      const summary = await restore(database, folder, { file, passphrase, migrations })
      expect(summary.rows).toBeGreaterThan(50)
      const [before, after] = [await dump(original.backend.database), await dump(database)]
      const withoutEpoch = ({ tables }: typeof before) =>
        tables
          .filter(({ name }) => name !== 'installation')
          .map(({ name, columns, rows }) => [name, columns, rows.map((row) => JSON.stringify(row)).sort()])
      expect(withoutEpoch(after)).toEqual(withoutEpoch(before))
      expect(await epochOf(database)).not.toEqual(await epochOf(original.backend.database))
      await proveIsolation(database)
      expect(await guardsOf(database)).toEqual(await guardsOf(original.backend.database))
      await expect(restore(database, folder, { file, passphrase, migrations })).rejects.toThrow(/not empty/)
    },
  )

  it('opens for no other passphrase, and not when a single bit was changed', async () => {
    const database = await emptyDatabase('PGlite')
    const migrations = await migrationFiles()
    const open = (given: Buffer, words: string) =>
      restore(database, folder, { file: given, passphrase: words, migrations })
    await expect(open(file, 'four words, well guessed')).rejects.toThrow(/passphrase is wrong/)
    for (const at of [20, file.length >> 1, file.length - 1]) {
      const damaged = Buffer.from(file)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      await expect(open(damaged, passphrase)).rejects.toThrow(/no backup of Stagecraft|does not open/)
    }
    await expect(open(file.subarray(0, file.length - 5), passphrase)).rejects.toThrow(/does not open/)
    await expect(open(Buffer.from('hello'), passphrase)).rejects.toThrow(/no backup/)
  })

  it('says nothing of what is in it', () => {
    for (const word of ['Process', 'Qualify', 'example.test', 'stage']) {
      expect(file.subarray(200).includes(word)).toBe(false)
    }
  })
})
