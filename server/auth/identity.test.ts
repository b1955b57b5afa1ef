/** Signing in, staying signed in, and being put out at once: on both databases, against replay and guessing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  databaseKinds,
  servicesThrough,
  startBackend,
  type TestBackend,
  testPassword,
} from '../../tests/kit/backend.ts'
import { thoroughness } from '../../tests/kit/thoroughness.ts'
import { ApiError } from '../apiError.ts'
import type { Actor } from '../services.ts'

describe.each(databaseKinds)('identity on %s', (kind) => {
  let backend: TestBackend
  let member: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    member = await backend.member('sales_operations')
  })
  afterAll(() => backend.close())

  const signIn = (email = member.email, password = testPassword, address = '10.0.0.1') =>
    backend.services.identity.signIn({ email, password, address })
  const refresh = (token: string) => backend.services.identity.refresh(token)
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'answered',
      (error: unknown) => (error instanceof ApiError ? error.code : error),
    )
  const audited = () =>
    backend.database.company({ companyId: member.companyId }, (tx) =>
      tx.selectFrom('audit_log').select(['type', 'entity_id', 'user_id']).execute(),
    )

  it('signs in with the e-mail address in any case and says who that is', async () => {
    const signedIn = await signIn(member.email.toUpperCase())
    expect(signedIn.actor).toMatchObject({
      userId: member.userId,
      companyId: member.companyId,
      role: 'sales_operations',
    })
    expect(signedIn.expiresIn).toBe(600)
    const actor = await backend.services.identity.authenticate(signedIn.accessToken)
    expect(actor).toMatchObject({ userId: member.userId, sessionId: signedIn.actor.sessionId })
    expect(actor?.permissions.has('publish_process')).toBe(true)
    expect(actor?.permissions.has('manage_members')).toBe(false)
  })

  it('says the same of an unknown address and of a wrong password', async () => {
    const unknown = await signIn('nobody@example.test').catch((error: unknown) => error)
    const wrong = await signIn(member.email, 'wrong', '10.0.0.2').catch((error: unknown) => error)
    expect(unknown).toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(wrong).toEqual(unknown)
  })

  it('slows guessing down by account and address, and lets the right password through elsewhere', async () => {
    const other = await backend.member()
    const guess = () => codeOf(signIn(other.email, 'guess', '10.0.0.3'))
    const answers = await Promise.all(Array.from({ length: 12 }, guess))
    expect(answers.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(5)
    expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(7)
    const refused = await signIn(other.email, testPassword, '10.0.0.3').catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'RATE_LIMITED',
      headers: { 'Retry-After': expect.stringMatching(/^\d+$/) },
    })
    expect(await codeOf(signIn(other.email, testPassword, '10.0.0.4'))).toBe('answered')
    backend.clock.advance(61_000)
    expect(await codeOf(signIn(other.email, testPassword, '10.0.0.3'))).toBe('answered')
  })

  it('slows guessing down over all instances together, and after a restart', async () => {
    const other = await backend.member()
    const instances = [backend.services, servicesThrough(backend), servicesThrough(backend)]
    const guess = (index: number) =>
      codeOf(
        (instances[index % 3] ?? backend.services).identity.signIn({
          email: other.email,
          password: 'guess',
          address: '10.0.0.6',
        }),
      )
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index)))
    expect(answers.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(5)
    expect(answers.filter((code) => code === 'RATE_LIMITED')).toHaveLength(7)
    const restarted = servicesThrough(backend).identity
    const right = { email: other.email, password: testPassword, address: '10.0.0.6' }
    expect(await codeOf(restarted.signIn(right))).toBe('RATE_LIMITED')
  })

  it('keeps no address of who failed, and nothing of it for longer than it counts', async () => {
    const tries = () =>
      backend.database.identity((tx) => tx.selectFrom('sign_in_tries').selectAll().execute())
    await codeOf(signIn('somebody@example.test', 'guess', '10.0.0.8'))
    expect(await tries()).not.toEqual([])
    expect(JSON.stringify(await tries())).not.toMatch(/somebody|10\.0\.0/)
    backend.clock.advance(61_000)
    await backend.services.forgetDue()
    expect(await tries()).toEqual([])
  })

  it('does not count sign-ins that succeed', async () => {
    for (let time = 0; time < 8; time += 1) expect(await codeOf(signIn())).toBe('answered')
  })

  describe('a refresh token', () => {
    it('rotates: current gives the next, and the next works', async () => {
      const first = await signIn()
      const second = await refresh(first.refreshToken)
      expect(second.refreshToken).not.toBe(first.refreshToken)
      expect(second.actor.sessionId).toBe(first.actor.sessionId)
      expect(await codeOf(refresh(second.refreshToken))).toBe('answered')
    })

    it('sent again within ten seconds gives the same successor: the reply was lost', async () => {
      const first = await signIn()
      const second = await refresh(first.refreshToken)
      backend.clock.advance(9_000)
      expect((await refresh(first.refreshToken)).refreshToken).toBe(second.refreshToken)
      expect(await codeOf(refresh(second.refreshToken))).toBe('answered')
    })

    it.each([
      ['the one before, after ten seconds', 1, 11_000],
      ['an older one, at once', 2, 0],
      ['an older one, later', 2, 11_000],
    ])('ends the session for everybody when it comes back: %s', async (_which, rotations, wait) => {
      const first = await signIn()
      let latest = first
      for (let turn = 0; turn < rotations; turn += 1) latest = await refresh(latest.refreshToken)
      backend.clock.advance(wait)
      expect(await codeOf(refresh(first.refreshToken))).toBe('SESSION_ENDED')
      expect(await codeOf(refresh(latest.refreshToken))).toBe('SESSION_ENDED')
      expect(await backend.services.identity.authenticate(latest.accessToken)).toBeNull()
      expect(await audited()).toContainEqual({
        type: 'session.reuse_detected',
        entity_id: first.actor.sessionId,
        user_id: member.userId,
      })
    })

    it('used by twenty at once gives all of them one successor and puts nobody out', async () => {
      let { refreshToken } = await signIn()
      for (let round = 0; round < 5 * thoroughness; round += 1) {
        const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)))
        const tokens = new Set(answers.map((answer) => answer.refreshToken))
        expect(tokens.size).toBe(1)
        for (const token of tokens) refreshToken = token
      }
      expect(await codeOf(refresh(refreshToken))).toBe('answered')
    })

    it('that is no token, or of no session, is simply no session', async () => {
      for (const token of [
        '',
        'x',
        '01a1fc4e-fa3b-7777-bdac-4b9871ec58d4.x',
        `${member.sessionId}.${'A'.repeat(43)}`,
      ]) {
        expect(await codeOf(refresh(token)), token).toBe('SESSION_ENDED')
      }
    })

    it('is kept as a hash only', async () => {
      const { refreshToken, actor } = await signIn()
      const secret = refreshToken.split('.')[1] ?? ''
      const row = await backend.database.identity((tx) =>
        tx.selectFrom('sessions').selectAll().where('id', '=', actor.sessionId).executeTakeFirstOrThrow(),
      )
      expect(JSON.stringify(row)).not.toContain(secret)
    })

    it('ends after eight hours unused, and after thirty days whatever happens', async () => {
      const idle = await signIn()
      backend.clock.advance(8 * 3_600_000)
      expect(await codeOf(refresh(idle.refreshToken))).toBe('SESSION_ENDED')
      let latest = await signIn()
      for (let hours = 0; hours < 30 * 24 - 7; hours += 7) {
        backend.clock.advance(7 * 3_600_000)
        latest = await refresh(latest.refreshToken)
      }
      expect(latest.refreshExpiresIn).toBeLessThan(7 * 3_600)
      backend.clock.advance(7 * 3_600_000)
      expect(await codeOf(refresh(latest.refreshToken))).toBe('SESSION_ENDED')
    })
  })

  it('signs out at once, for the access token too', async () => {
    const signedIn = await signIn()
    expect(await backend.services.identity.authenticate(signedIn.accessToken)).not.toBeNull()
    await backend.services.identity.signOut(signedIn.refreshToken)
    expect(await backend.services.identity.authenticate(signedIn.accessToken)).toBeNull()
    expect(await codeOf(refresh(signedIn.refreshToken))).toBe('SESSION_ENDED')
    await backend.services.identity.signOut('unknown')
  })

  it('takes a role, a membership or a person away while they are signed in', async () => {
    const person = await backend.colleague(member, 'sales_manager')
    const signedIn = await signIn(person.email)
    const change = async (table: 'memberships' | 'users', set: object) => {
      await backend.database.identity((tx) =>
        table === 'users'
          ? tx.updateTable('users').set(set).where('id', '=', person.userId).execute()
          : tx.updateTable('memberships').set(set).where('user_id', '=', person.userId).execute(),
      )
      backend.clock.advance(2_001)
    }
    await change('memberships', { role: 'auditor' })
    expect((await backend.services.identity.authenticate(signedIn.accessToken))?.role).toBe('auditor')
    await change('memberships', { is_active: false })
    expect(await backend.services.identity.authenticate(signedIn.accessToken)).toBeNull()
    expect(await codeOf(refresh(signedIn.refreshToken))).toBe('SESSION_ENDED')
    expect(await codeOf(signIn(person.email))).toBe('INVALID_CREDENTIALS')
    await change('memberships', { is_active: true })
    await change('users', { is_active: false })
    expect(await codeOf(signIn(person.email))).toBe('INVALID_CREDENTIALS')
  })

  it('takes no access token but its own, and none after ten minutes', async () => {
    const { accessToken } = await signIn()
    const [header = '', payload = '', signature = ''] = accessToken.split('.')
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const forged = [
      '',
      'x.y.z',
      `${header}.${part({ ...claims, company: 'another' })}.${signature}`,
      `${part({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
      `${part({ alg: 'HS256', typ: 'at+jwt' })}.${payload}.${signature}`,
      `${part({ alg: 'EdDSA', typ: 'JWT' })}.${payload}.${signature}`,
    ]
    for (const token of forged) expect(await backend.services.identity.authenticate(token), token).toBeNull()
    const another = await startBackend('PGlite')
    expect(await another.services.identity.authenticate(accessToken)).toBeNull()
    await another.close()
    backend.clock.advance(601_000)
    expect(await backend.services.identity.authenticate(accessToken)).toBeNull()
  })

  it('says nothing of permissions in the token', async () => {
    const { accessToken } = await signIn()
    const claims: object = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString())
    expect(Object.keys(claims).sort()).toEqual(['aud', 'company', 'exp', 'iat', 'iss', 'jti', 'sid', 'sub'])
  })
})
