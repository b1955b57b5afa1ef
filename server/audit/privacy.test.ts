/** People leave and time passes: what is kept about them goes, and the chain stays whole. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commentSchema } from '../../src/domain/process/comment.ts'
import { withRows } from '../../src/domain/process/process.ts'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { refusal, threeStages, writerFor } from '../../tests/kit/writer.ts'
import type { Actor } from '../services.ts'

describe.each(databaseKinds)('personal data on %s', (kind) => {
  let backend: TestBackend
  let admin: Actor
  let anna: Actor
  let processId: string
  beforeAll(async () => {
    backend = await startBackend(kind, { mailWay: 'smtp' })
    admin = await backend.member()
    anna = await backend.colleague(admin, 'sales_director')
    const { publish } = writerFor(
      () => backend,
      () => anna,
    )
    const plain = threeStages()
    const document = withRows(plain, {
      comments: [
        commentSchema.parse({
          id: 'said',
          threadId: 'said',
          targetId: plain.ids[0],
          kind: 'text',
          text: 'Ask my daughter',
          by: anna.userId,
          byName: anna.displayName,
          at: '2026-01-01T00:00:00.000Z',
          editedAt: null,
        }),
      ],
    })
    processId = document.process.id
    await publish(document, 0, { reason: 'My daughter is ill' })
    const mine = { id: 'm', processId, baseRevision: 1, document }
    await backend.services.drafts.save(admin, mine)
    const draft = { id: 'd', processId: document.process.id, baseRevision: 1, document }
    await backend.services.drafts.save(anna, draft)
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  const entries = async () => (await backend.services.audit.list(admin, {}, { offset: 0, limit: 50 })).rows

  it('shows a reason beside what was done, and keeps it out of the chain', async () => {
    const [entry] = await entries()
    expect(entry).toMatchObject({
      type: 'process.publish',
      erased: false,
      body: { reason: 'My daughter is ill' },
    })
    const { lines } = await backend.services.audit.export(admin, 1)
    const bodies = lines.map((line) => (line.kind === 'entry' ? line.body : ''))
    expect(bodies.join()).not.toContain('daughter')
  })

  it('is given out whole', async () => {
    const given = await backend.services.privacy.export(admin, anna.userId)
    expect(given?.person).toMatchObject({ email: anna.email, display_name: anna.displayName })
    expect(given?.drafts).toHaveLength(1)
    expect(given?.audit[0]?.words).toContain('My daughter is ill')
  })

  it('is given out with the mails that were written to them, also before they were a member', async () => {
    const email = `late-${anna.userId}@example.test`
    const invited = await backend.services.invitations.invite(admin, {
      email,
      role: 'auditor',
      language: 'en',
    })
    const joined = await backend.services.identity.join({
      ...{ token: invited.token, displayName: 'Late', password: 'several words in a row', address: '' },
    })
    const { userId } = joined.actor
    await (await backend.services.forgottenPassword.request({ email, address: '', language: 'en' })).done
    const given = await backend.services.privacy.export(admin, userId)
    expect(given?.mails.map(({ kind }) => kind)).toEqual(['invitation', 'forgotten_password'])
    expect(JSON.stringify(given?.mails)).not.toContain('sealed')
    expect(await backend.services.privacy.erase(admin, userId)).toBe(true)
    const left = await backend.database.company({ companyId: admin.companyId }, (tx) =>
      tx.selectFrom('outgoing').select('content').execute(),
    )
    expect(JSON.stringify(left)).not.toContain(email)
  })

  it("is nobody else's: another company finds no such person", async () => {
    const stranger = await backend.member()
    expect(await backend.services.privacy.export(stranger, anna.userId)).toBeNull()
    expect(await backend.services.privacy.erase(stranger, anna.userId)).toBe(false)
  })

  it('is not erased by the person alone', async () => {
    expect(await refusal(backend.services.privacy.erase(admin, admin.userId))).toMatchObject({
      code: 'PERMISSION_DENIED',
    })
  })

  it('is erased, and the chain still verifies', async () => {
    expect(await backend.services.privacy.erase(admin, anna.userId)).toBe(true)
    const published = (await entries()).find(({ type }) => type === 'process.publish')
    expect(published).toMatchObject({ erased: true, by: { id: anna.userId, name: 'Erased person' } })
    expect(JSON.stringify(await entries())).not.toContain('daughter')
    expect(await backend.services.drafts.list(anna)).toEqual([])
    const given = await backend.services.privacy.export(admin, anna.userId)
    expect(JSON.stringify(given)).not.toContain(anna.displayName)
    expect(JSON.stringify(given)).not.toContain(anna.email)
    expect(await backend.services.audit.verify(admin, 1)).toMatchObject({ ok: true })
  })

  it('is erased from what others were told live', async () => {
    const told = await backend.database.company({ companyId: admin.companyId }, (tx) =>
      tx.selectFrom('events').select(['kind', 'data']).orderBy('seq').execute(),
    )
    expect(JSON.stringify(told)).not.toContain('daughter')
    expect(told.find(({ kind }) => kind === 'process.published')?.data).toMatchObject({ reason: null })
    const rewrite = backend.database.company({ companyId: admin.companyId }, (tx) =>
      sql`update events set data = '{}'`.execute(tx),
    )
    await expect(rewrite).rejects.toThrow()
  })

  it('is erased from what she said inside processes: in use, in every version, in the drafts of others', async () => {
    const { processes, drafts } = backend.services
    const head = await processes.load(admin, processId)
    expect(head?.document.process.revision).toBe(2)
    expect(head?.document.comments.said).toMatchObject({ by: anna.userId, byName: 'Erased person' })
    const seen = [head, await processes.version(admin, processId, 1), await drafts.list(admin)]
    for (const one of seen) {
      expect(JSON.stringify(one)).toContain('[erased')
      expect(JSON.stringify(one)).not.toContain('daughter')
      expect(JSON.stringify(one)).not.toContain(anna.displayName)
    }
    const { rows } = await backend.database.company({ companyId: admin.companyId }, (tx) =>
      sql<{ content: string }>`select content from audit_private`.execute(tx),
    )
    expect(JSON.stringify(rows)).not.toContain('daughter')
  })

  it('lets what has had its time go, says so once, and nothing younger', async () => {
    const before = await backend.services.events.head(admin)
    await backend.services.forgetDue()
    expect((await entries()).filter(({ type }) => type === 'retention.applied')).toEqual([])
    await backend.database.owner((session) =>
      session.script(`ALTER TABLE events NO FORCE ROW LEVEL SECURITY;
        UPDATE events SET at = now() - interval '91 days' WHERE company_id = '${admin.companyId}' AND seq <= 2;
        ALTER TABLE events FORCE ROW LEVEL SECURITY`),
    )
    backend.clock.advance(24 * 3_600_000)
    await backend.services.forgetDue()
    await backend.services.forgetDue()
    const forgotten = (await entries()).filter(({ type }) => type === 'retention.applied')
    expect(forgotten).toMatchObject([{ by: null, body: { events: 2 } }])
    expect(await refusal(backend.services.events.since(admin, 0, 10))).toMatchObject({
      code: 'EVENTS_TOO_OLD',
    })
    expect(await backend.services.events.since(admin, 2, 100)).toHaveLength(before - 2)
    expect(await backend.services.audit.verify(admin, 1)).toMatchObject({ ok: true })
  })
})
