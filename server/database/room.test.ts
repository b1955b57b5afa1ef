/** An embedded database whose disk fills up: it is read all the time, and takes writes again once there is room. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrate } from './migrate.ts'
import { migrationFiles } from './migrationFiles.ts'
import { openPglite } from './pglite.ts'
import { roomKept } from './room.ts'
import { sqlState } from './sqlState.ts'

it('says that there is no room while a little is left, and nothing is half written', async () => {
  let free = roomKept - 1
  const database = await openPglite('memory://', {}, () => free >= roomKept)
  await migrate(database, await migrationFiles())
  const company = '00000000-0000-7000-8000-000000000001'
  const write = () =>
    database.identity((tx) => sql`insert into companies values (${company}, 'A company', now())`.execute(tx))
  const companies = async () =>
    (await database.identity((tx) => tx.selectFrom('companies').selectAll().execute())).length
  const refused = await write().catch((error: unknown) => error)
  expect([sqlState(refused), String(refused)]).toEqual(['53100', expect.stringContaining('64 MB')])
  expect(await companies()).toBe(0)
  free = roomKept
  await write()
  free = 0
  expect(await companies()).toBe(1)
  await database.close()
})
