/** Roles, access and lost second factors of others: changed by administrators alone, at once, sockets included, and never the last one's. */
import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { takeMails } from '../../tests/kit/mails.ts'
import { ApiError } from '../apiError.ts'
import { createHub } from '../realtime/hub.ts'
import type { Actor } from '../services.ts'
import { resetFactorOf } from './resetFactorOf.ts'

describe.each(databaseKinds)('members on %s', (kind) => {
  let backend: TestBackend
  let administrator: Actor
  beforeAll(async () => {
    backend = await startBackend(kind, { mailWay: 'smtp' })
    administrator = await backend.member('administrator')
  })
  afterAll(() => backend.close())

  const signIn = ({ email }: Actor) =>
    backend.services.identity.signIn({ email, password: testPassword, address: '10.0.0.1' })
  const update = (id: string, change: { role?: Actor['role']; isActive?: boolean }, by = administrator) =>
    backend.services.members.update(by, id, { role: change.role, isActive: change.isActive })
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error: unknown) => (error instanceof ApiError ? error.code : error),
    )

  it('are listed with role and state, and only those of the company', async () => {
    const colleague = await backend.colleague(administrator, 'auditor')
    const stranger = await backend.member()
    const rows = await backend.services.members.list(administrator)
    expect(rows).toContainEqual(
      expect.objectContaining({ id: colleague.userId, role: 'auditor', isActive: true }),
    )
    expect(rows.map(({ id }) => id)).not.toContain(stranger.userId)
  })

  it('have another role at their very next request', async () => {
    const person = await backend.colleague(administrator, 'sales_director')
    const { accessToken } = await signIn(person)
    const roleNow = async () => (await backend.services.identity.authenticate(accessToken))?.role
    expect(await roleNow()).toBe('sales_director')
    expect(await update(person.userId, { role: 'auditor' })).toMatchObject({ role: 'auditor' })
    expect(await roleNow()).toBe('auditor')
  })

  it('are out at once when shut out, sockets too, and old sessions stay ended when let in again', async () => {
    const person = await backend.colleague(administrator, 'sales_manager')
    const { accessToken, refreshToken } = await signIn(person)
    const closed: number[] = []
    const hub = createHub({ ...backend.services, clock: backend.clock.now, report: () => undefined })
    await new Promise<void>((resolve) => {
      const line = hub.connect({
        send: () => resolve(),
        close: (code) => closed.push(code),
        buffered: () => 0,
      })
      line.receive(JSON.stringify({ type: 'auth', token: accessToken }))
    })
    await update(person.userId, { isActive: false })
    expect(await backend.services.identity.authenticate(accessToken)).toBeNull()
    expect(await codeOf(backend.services.identity.refresh(refreshToken))).toBe('SESSION_ENDED')
    expect(await codeOf(signIn(person))).toBe('INVALID_CREDENTIALS')
    await hub.sweep()
    expect(closed).toHaveLength(1)
    hub.close()
    await update(person.userId, { isActive: true })
    expect(await backend.services.identity.authenticate(accessToken)).toBeNull()
    expect(await codeOf(signIn(person))).toBe('done')
  })

  it('cannot be changed where they are oneself, another company’s, or nobody', async () => {
    expect(await codeOf(update(administrator.userId, { role: 'auditor' }))).toBe('OWN_MEMBERSHIP')
    const stranger = await backend.member('auditor')
    for (const id of [stranger.userId, randomUUID(), 'nobody']) {
      expect(await update(id, { role: 'administrator' }), id).toBeNull()
    }
    expect((await signIn(stranger)).actor.role).toBe('auditor')
  })

  it('leave one administrator when two shut each other out at the same moment', async () => {
    const first = await backend.member('administrator')
    const second = await backend.colleague(first, 'administrator')
    const answers = await Promise.all([
      codeOf(update(second.userId, { isActive: false }, first)),
      codeOf(update(first.userId, { role: 'executive' }, second)),
    ])
    expect(answers.sort()).toEqual(['PERMISSION_DENIED', 'done'])
  })

  it('are changed once in the audit trail, without a name, and not at all where nothing changed', async () => {
    const person = await backend.colleague(administrator, 'executive')
    await update(person.userId, { role: 'auditor' })
    await update(person.userId, { role: 'auditor' })
    const rows = await backend.database.company({ companyId: administrator.companyId }, (tx) =>
      tx.selectFrom('audit_log').select(['type', 'body']).where('entity_id', '=', person.userId).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.type).toBe('member.update')
    expect(rows[0]?.body).not.toContain(person.email)
    const trail = await backend.services.audit.list(
      administrator,
      { entityId: person.userId },
      { offset: 0, limit: 9 },
    )
    expect(trail.rows.map(({ entityName }) => entityName)).toEqual([person.displayName])
  })

  describe('who have lost their second factor', () => {
    const withFactor = async (person: Actor) => {
      const { actor, accessToken } = await signIn(person)
      const { secondFactor } = backend.services
      const asked = { password: testPassword, address: '10.0.0.1' }
      const { secret } = await secondFactor.begin(actor, asked)
      await secondFactor.confirm(
        actor,
        new TOTP({ secret }).generate({ timestamp: backend.clock.now().getTime() }),
      )
      return accessToken
    }
    const reset = (id: string, by = administrator) => backend.services.members.resetSecondFactor(by, id)
    const hasFactor = async (id: string) =>
      (await backend.services.members.list(administrator)).find((one) => one.id === id)?.secondFactor

    it('come in by their password alone once it is reset, are signed out, and are told', async () => {
      const person = await backend.colleague(administrator, 'sales_manager')
      expect(await reset(person.userId)).toBe(false)
      const accessToken = await withFactor(person)
      expect(await hasFactor(person.userId)).toBe(true)
      expect(await codeOf(signIn(person))).toBe('SECOND_FACTOR_REQUIRED')
      expect(await reset(person.userId)).toBe(true)
      expect(await hasFactor(person.userId)).toBe(false)
      expect(await backend.services.identity.authenticate(accessToken)).toBeNull()
      expect(await codeOf(signIn(person))).toBe('done')
      expect(await takeMails(backend)).toMatchObject([
        { to: person.email, subject: 'Your second factor was reset' },
      ])
      const trail = await backend.services.audit.list(
        administrator,
        { type: 'member.second_factor_reset', entityId: person.userId },
        { offset: 0, limit: 9 },
      )
      expect(trail.rows).toMatchObject([{ by: { id: administrator.userId } }])
      expect(await reset(person.userId)).toBe(false)
    })

    it('are not helped by themselves, by another company, or by who is no administrator any more', async () => {
      const person = await backend.colleague(administrator, 'administrator')
      await withFactor(person)
      expect(await codeOf(reset(person.userId, person))).toBe('OWN_MEMBERSHIP')
      const stranger = await backend.member('administrator')
      for (const id of [person.userId, randomUUID(), 'nobody']) expect(await reset(id, stranger)).toBe(false)
      const former = await backend.colleague(administrator, 'administrator')
      await update(former.userId, { role: 'auditor' })
      expect(await codeOf(reset(person.userId, former))).toBe('PERMISSION_DENIED')
      expect(await hasFactor(person.userId)).toBe(true)
    })

    it('are helped by whoever runs the installation, written into the trail, where nobody else can', async () => {
      const alone = await backend.member('administrator')
      const now = backend.clock.now()
      expect(await resetFactorOf(backend.database, alone.email, now)).toBe('none')
      const accessToken = await withFactor(alone)
      const told: string[] = []
      const wakeOthers = async (topic: string) => void told.push(topic)
      const database = { ...backend.database, wakeOthers }
      expect(await resetFactorOf(database, alone.email.toUpperCase(), now)).toBe('done')
      expect(told).toEqual([`people ${alone.companyId}`])
      backend.clock.advance(3_000)
      expect(await backend.services.identity.authenticate(accessToken)).toBeNull()
      expect(await codeOf(signIn(alone))).toBe('done')
      const trail = await backend.services.audit.list(
        alone,
        { type: 'member.second_factor_reset' },
        { offset: 0, limit: 9 },
      )
      expect(trail.rows).toMatchObject([{ by: null, entityId: alone.userId }])
      expect(await resetFactorOf(backend.database, 'nobody@example.test', now)).toBe('nobody')
    })

    it('keep it where another company relies on it, too', async () => {
      const person = await backend.colleague(administrator, 'auditor')
      await withFactor(person)
      const other = await backend.member('administrator')
      await backend.database.identity((tx) =>
        tx
          .insertInto('memberships')
          .values({
            company_id: other.companyId,
            user_id: person.userId,
            role: 'auditor',
            is_active: true,
            created_at: backend.services.now(),
          })
          .execute(),
      )
      expect(await codeOf(reset(person.userId))).toBe('PERMISSION_DENIED')
      expect(await hasFactor(person.userId)).toBe(true)
    })
  })
})
