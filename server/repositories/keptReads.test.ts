import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import type { Actor } from '../services.ts'
import { createKeptReads } from './keptReads.ts'

describe.each(databaseKinds)('what is kept of a company on %s', (kind) => {
  let backend: TestBackend
  beforeAll(async () => {
    backend = await startBackend(kind)
  })
  afterAll(() => backend.close())

  /** Somebody there changes something, by the services of one instance. */
  const change = (who: Actor) => backend.services.settings.save(who, { 'opportunities.defaultView': 'list' })

  it('is read once for all, and again after a commit, whoever made it; other companies are nothing to it', async () => {
    const [ours, theirs] = [await backend.member(), await backend.member()]
    const reads = createKeptReads(backend.database)
    let readings = 0
    const read = reads.kept(async (_, { companyId }) => ({ companyId, reading: ++readings }))
    const first = await read(ours)
    expect(first).toEqual({ companyId: ours.companyId, reading: 1 })
    expect(await read(ours)).toBe(first)
    await change(theirs)
    expect(await read(ours)).toBe(first)
    await change(ours)
    // Of its own commits an instance is told; of others' only the database tells, which is asked where there are any.
    if (kind === 'PGlite') reads.forget(ours.companyId)
    expect(await read(ours)).toEqual({ companyId: ours.companyId, reading: 2 })
    expect((await read(theirs)).companyId).toBe(theirs.companyId)
  })

  it('is asked for without leaving the door open behind it', async () => {
    const { companyId } = await backend.member()
    const { database } = backend
    expect(await database.trailEnd(companyId)).toBeGreaterThanOrEqual(0)
    await expect(database.unscoped((tx) => sql`select * from company_counters`.execute(tx))).rejects.toThrow()
  })
})
