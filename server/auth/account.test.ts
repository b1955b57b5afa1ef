/** Where one is signed in, ending it elsewhere, another password: at once, everywhere, and nobody else's. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { ApiError } from '../apiError.ts'
import type { Actor, SignedIn } from '../services.ts'

describe.each(databaseKinds)('the own sign-in on %s', (kind) => {
  let backend: TestBackend
  let company: Actor
  let person: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    company = await backend.member()
  })
  afterAll(() => backend.close())
  beforeEach(async () => {
    person = await backend.colleague(company, 'sales_operations')
  })

  const signIn = (device: string, password = testPassword, who = person): Promise<SignedIn> =>
    backend.services.identity.signIn({ email: who.email, password, address: '10.0.0.9', device })
  const isIn = async ({ accessToken }: SignedIn): Promise<boolean> =>
    (await backend.services.identity.authenticate(accessToken)) !== null
  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: unknown) => (error instanceof ApiError ? { code: error.code, ...error.details } : error),
    )

  it('shows where one is signed in, this device first, and nobody else', async () => {
    const laptop = await signIn('Laptop')
    backend.clock.advance(60_000)
    const phone = await signIn('Phone')
    await signIn('Somebody', testPassword, await backend.colleague(company, 'auditor'))
    const rows = await backend.services.account.sessions(laptop.actor)
    expect(rows.map(({ device, current, address }) => [device, current, address])).toEqual([
      ['Laptop', true, '10.0.0.9'],
      ['Phone', false, '10.0.0.9'],
    ])
    expect(rows[1]?.id).toBe(phone.actor.sessionId)
    const [first] = rows
    expect(Date.parse(first?.expiresAt ?? '') - Date.parse(first?.lastUsedAt ?? '')).toBe(8 * 3_600_000)
  })

  it('leaves out what is over: signed out, or too long unused', async () => {
    const old = await signIn('Old')
    backend.clock.advance(9 * 3_600_000)
    const left = await signIn('Left')
    await backend.services.identity.signOut(left.refreshToken)
    const here = await signIn('Here')
    expect((await backend.services.account.sessions(here.actor)).map(({ device }) => device)).toEqual([
      'Here',
    ])
    expect(await isIn(old)).toBe(false)
  })

  it('ends one elsewhere at its very next request, and its refresh token with it', async () => {
    const [here, there] = [await signIn('Here'), await signIn('There')]
    expect(await isIn(there)).toBe(true)
    expect(await backend.services.account.endSession(here.actor, there.actor.sessionId)).toBe(true)
    expect(await isIn(there)).toBe(false)
    expect(await refusalOf(backend.services.identity.refresh(there.refreshToken))).toMatchObject({
      code: 'SESSION_ENDED',
    })
    expect(await isIn(here)).toBe(true)
    expect(await backend.services.account.endSession(here.actor, there.actor.sessionId)).toBe(false)
  })

  it('ends nobody else’s session, and none that is not there', async () => {
    const here = await signIn('Here')
    const other = await signIn('Other', testPassword, await backend.colleague(company, 'auditor'))
    const stranger = await signIn('Stranger', testPassword, await backend.member())
    for (const id of [other.actor.sessionId, stranger.actor.sessionId, randomUUID(), 'none', '']) {
      expect(await backend.services.account.endSession(here.actor, id), id).toBe(false)
    }
    expect([await isIn(other), await isIn(stranger)]).toEqual([true, true])
  })

  it('ends all others and keeps this one', async () => {
    const [here, ...others] = [await signIn('1'), await signIn('2'), await signIn('3')]
    expect(await backend.services.account.endOtherSessions(here.actor)).toBe(2)
    expect(await Promise.all(others.map(isIn))).toEqual([false, false])
    expect(await isIn(here)).toBe(true)
  })

  it('takes another password, which ends all other sessions and is the only one that works', async () => {
    const [here, there] = [await signIn('Here'), await signIn('There')]
    await backend.services.account.changePassword(here.actor, {
      current: testPassword,
      next: 'a quite different one',
      address: '10.0.0.9',
    })
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect(await refusalOf(signIn('Here'))).toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(await isIn(await signIn('Here', 'a quite different one'))).toBe(true)
    const audited = await backend.database.company({ companyId: company.companyId }, (tx) =>
      tx.selectFrom('audit_log').select(['type', 'body']).where('user_id', '=', person.userId).execute(),
    )
    expect(audited.map(({ type }) => type)).toEqual(['user.password_change', 'session.revoke'])
    expect(JSON.stringify(audited)).not.toContain('different')
  })

  it.each([
    ['wrong', 'a quite different one', 'current_password'],
    [testPassword, testPassword, 'new_password'],
    [testPassword, 'short', 'new_password'],
    [testPassword, 'password123', 'new_password'],
  ])('refuses %s → %s and says which field it is', async (current, next, path) => {
    const { actor } = await signIn('Here')
    const refusal = await refusalOf(
      backend.services.account.changePassword(actor, { current, next, address: '10.0.0.9' }),
    )
    expect(refusal).toMatchObject({ code: 'VALIDATION_FAILED', issues: [{ path }] })
    expect(await refusalOf(signIn('Here'))).toBeNull()
  })

  it('slows down who guesses the present password at an unlocked screen', async () => {
    const { actor } = await signIn('Here')
    const guess = () =>
      refusalOf(
        backend.services.account.changePassword(actor, {
          current: 'guess',
          next: 'a quite different one',
          address: '10.0.0.7',
        }),
      )
    const codes = await Promise.all(Array.from({ length: 8 }, guess))
    expect(codes.filter((refusal) => Object(refusal).code === 'RATE_LIMITED')).toHaveLength(3)
  })
})
