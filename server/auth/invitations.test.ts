/** Coming into a company by a link: once, for seven days, as what the inviter said; and going on in another company. */
import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { takeMails } from '../../tests/kit/mails.ts'
import { ApiError } from '../apiError.ts'
import type { Actor, SentInvitation } from '../services.ts'

describe.each(databaseKinds)('invitations on %s', (kind) => {
  let backend: TestBackend
  let host: Actor
  let email: string
  beforeAll(async () => {
    backend = await startBackend(kind, { mailWay: 'smtp', publicUrl: () => 'https://sales.example' })
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  beforeEach(async () => {
    host = await backend.member('administrator')
    email = `new-${randomUUID()}@example.test`
  })

  const address = '10.0.0.9'
  const password = 'several words in a row'
  const day = 24 * 3_600_000
  const invitations = () => backend.services.invitations
  const identity = () => backend.services.identity
  const invite = (to = email, role: Actor['role'] = 'sales_operations', by = host) =>
    invitations().invite(by, { email: to, role, language: 'en' })
  const join = (
    { token }: SentInvitation,
    given: { displayName?: string; password?: string; code?: string } = {},
  ) => identity().join({ token, displayName: 'Nora New', password, address, ...given })
  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: unknown) => (error instanceof ApiError ? { code: error.code, ...error.details } : error),
    )

  it('say what they invite to, and let in as what the inviter said, with a name and a password', async () => {
    const sent = await invite(email.toUpperCase())
    expect(await identity().invitation(sent.token)).toEqual({
      company: 'Test company',
      email: email.toUpperCase(),
      role: 'sales_operations',
      invitedBy: host.displayName,
      expiresAt: sent.expiresAt,
      hasAccount: false,
    })
    const { actor, accessToken } = await join(sent)
    expect(actor).toMatchObject({
      companyId: host.companyId,
      displayName: 'Nora New',
      role: 'sales_operations',
    })
    expect(await identity().authenticate(accessToken)).toMatchObject({ userId: actor.userId })
    expect(await invitations().list(host)).toEqual([])
    expect(await refusalOf(identity().signIn({ email, password, address }))).toBeNull()
  })

  it('work once, also where two bring the link at the same moment', async () => {
    const sent = await invite()
    const answers = await Promise.all([refusalOf(join(sent)), refusalOf(join(sent))])
    expect(answers.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(await refusalOf(join(sent))).toMatchObject({ code: 'INVITATION_OVER' })
    expect(await refusalOf(identity().invitation(sent.token))).toMatchObject({ code: 'INVITATION_OVER' })
  })

  it('are over after seven days, and open again with another link', async () => {
    const sent = await invite()
    backend.clock.advance(7 * day + 1_000)
    expect(await refusalOf(join(sent))).toMatchObject({ code: 'INVITATION_OVER' })
    const again = await invitations().renew(host, sent.id, 'en')
    if (!again) throw new Error('It was there.')
    expect(await refusalOf(join(sent))).toMatchObject({ code: 'INVITATION_OVER' })
    expect(await refusalOf(join(again))).toBeNull()
  })

  it('are forgotten, address and all, when nobody followed them for a month', async () => {
    await invite()
    await backend.services.forgetDue()
    backend.clock.advance(36 * day)
    await backend.services.forgetDue()
    expect(await invitations().list(host)).toHaveLength(1)
    backend.clock.advance(2 * day)
    await backend.services.forgetDue()
    expect(await invitations().list(host)).toEqual([])
  })

  it('are nothing any more once withdrawn', async () => {
    const sent = await invite()
    expect(await invitations().withdraw(host, sent.id)).toBe(true)
    expect(await invitations().withdraw(host, sent.id)).toBe(false)
    expect(await refusalOf(join(sent))).toMatchObject({ code: 'INVITATION_OVER' })
  })

  it('ask for a good name and password, and stay open meanwhile', async () => {
    const sent = await invite()
    expect(await refusalOf(join(sent, { displayName: '' }))).toMatchObject({
      issues: [{ path: 'display_name' }],
    })
    expect(await refusalOf(join(sent, { password: 'short' }))).toMatchObject({
      issues: [{ path: 'password' }],
    })
    expect(await refusalOf(join(sent))).toBeNull()
  })

  it('are one for each address, and none for members', async () => {
    await invite()
    expect(await refusalOf(invite(email.toUpperCase()))).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: 'email',
    })
    const colleague = await backend.colleague(host, 'auditor')
    expect(await refusalOf(invite(colleague.email))).toMatchObject({ code: 'ALREADY_EXISTS' })
    await backend.services.members.update(host, colleague.userId, { role: undefined, isActive: false })
    expect(await refusalOf(invite(colleague.email))).toMatchObject({ code: 'ALREADY_EXISTS' })
  })

  it('are one company’s own', async () => {
    const sent = await invite()
    const stranger = await backend.member('administrator')
    expect(await invitations().list(stranger)).toEqual([])
    for (const id of [sent.id, randomUUID(), 'none']) {
      expect(await invitations().renew(stranger, id, 'en'), id).toBeNull()
      expect(await invitations().withdraw(stranger, id), id).toBe(false)
    }
    expect(await refusalOf(invite(email, 'auditor', stranger))).toBeNull()
  })

  it('are in the trail without the address, and in the database without the link', async () => {
    const sent = await invite()
    await invitations().renew(host, sent.id, 'en')
    await invitations().withdraw(host, sent.id)
    const other = await invite()
    await join(other)
    const { trail, kept } = await backend.database.company({ companyId: host.companyId }, async (tx) => ({
      trail: await tx.selectFrom('audit_log').select(['type', 'body']).orderBy('seq').execute(),
      kept: await tx.selectFrom('process_templates').selectAll().execute(),
    }))
    expect(kept).toEqual([])
    expect(trail.map(({ type }) => type)).toEqual([
      'invitation.created',
      'invitation.renewed',
      'invitation.withdrawn',
      'invitation.created',
      'invitation.accepted',
    ])
    expect(JSON.stringify(trail)).not.toContain(email)
    const rows = await backend.database.identity((tx) => tx.selectFrom('invitations').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(sent.token)
  })

  describe('by mail', () => {
    beforeEach(() => takeMails(backend))
    const mailed = async () => {
      const [mail] = await takeMails(backend)
      const token = /https:\/\/sales\.example\/join#([\w-]{43})\n/.exec(mail?.text ?? '')?.[1] ?? ''
      return { mail, token }
    }
    const proven = async (userId: string) =>
      (await backend.services.members.list(host)).find(({ id }) => id === userId)?.addressProven

    it('reach whom they are for, in the inviter’s language, with a link that is not the copied one', async () => {
      const sent = await invitations().invite(host, { email, role: 'auditor', language: 'de' })
      expect(sent.mailed).toBe(true)
      const { mail, token } = await mailed()
      expect(mail).toMatchObject({
        to: email,
        subject: `${host.displayName} lädt Sie zu Test company ein`,
      })
      expect(token).not.toBe('')
      expect(token).not.toBe(sent.token)
    })

    it.each([
      ['their own link prove the address', true],
      ['the copied link do not', false],
    ])('and followed by %s', async (_, byMail) => {
      const sent = await invite()
      const { token } = await mailed()
      const { actor } = await join({ ...sent, token: byMail ? token : sent.token })
      expect(await proven(actor.userId)).toBe(byMail)
      for (const used of [sent.token, token])
        expect(await refusalOf(join({ ...sent, token: used }))).toMatchObject({ code: 'INVITATION_OVER' })
    })

    it('come again with other links; those before lead nowhere', async () => {
      const sent = await invite()
      const first = await mailed()
      await invitations().renew(host, sent.id, 'en')
      const second = await mailed()
      expect(await refusalOf(join({ ...sent, token: first.token }))).toMatchObject({
        code: 'INVITATION_OVER',
      })
      expect(await refusalOf(join({ ...sent, token: second.token }))).toBeNull()
    })
  })

  describe('to somebody with an account', () => {
    let guest: Actor
    beforeEach(async () => {
      guest = await backend.member('sales_director')
    })
    const signedIn = () => identity().signIn({ email: guest.email, password: testPassword, address })

    it('ask for its password and nothing new, and make them a member of both', async () => {
      const sent = await invite(guest.email, 'auditor')
      expect(await identity().invitation(sent.token)).toMatchObject({ hasAccount: true })
      expect(await refusalOf(join(sent))).toMatchObject({ code: 'INVALID_CREDENTIALS' })
      const { actor } = await join(sent, { password: testPassword })
      expect(actor).toMatchObject({ userId: guest.userId, companyId: host.companyId, role: 'auditor' })
      expect((await identity().companies(actor)).map(({ id, role }) => [id, role]).sort()).toEqual(
        [
          [guest.companyId, 'sales_director'],
          [host.companyId, 'auditor'],
        ].sort(),
      )
    })

    it('ask for its second factor, where it has one', async () => {
      const { actor } = await signedIn()
      const { secret } = await backend.services.secondFactor.begin(actor, { password: testPassword, address })
      const code = () => new TOTP({ secret }).generate({ timestamp: backend.clock.now().getTime() })
      await backend.services.secondFactor.confirm(actor, code())
      backend.clock.advance(30_000)
      const sent = await invite(guest.email)
      expect(await refusalOf(join(sent, { password: testPassword }))).toMatchObject({
        code: 'SECOND_FACTOR_REQUIRED',
      })
      expect(await refusalOf(join(sent, { password: testPassword, code: code() }))).toBeNull()
    })

    it('let them go on in either, with another token and no longer life, and leave no session behind', async () => {
      const first = await signedIn()
      await join(await invite(guest.email, 'auditor'), { password: testPassword })
      backend.clock.advance(60_000)
      const there = await identity().switchCompany(first.actor, host.companyId)
      expect(there?.actor).toMatchObject({ companyId: host.companyId, role: 'auditor' })
      expect(await identity().authenticate(first.accessToken)).toBeNull()
      expect(await refusalOf(identity().refresh(first.refreshToken))).toMatchObject({ code: 'SESSION_ENDED' })
      const ends = await backend.database.identity((tx) =>
        tx.selectFrom('sessions').select(['id', 'expires_at']).where('user_id', '=', guest.userId).execute(),
      )
      const endOf = (id: string | undefined) => ends.find((row) => row.id === id)?.expires_at
      expect(endOf(there?.actor.sessionId)).toBe(endOf(first.actor.sessionId))
      expect(await identity().switchCompany(there?.actor ?? host, guest.companyId)).not.toBeNull()
    })

    it('let them into no company where they are not, or not any more', async () => {
      const { actor } = await signedIn()
      expect(await identity().switchCompany(actor, host.companyId)).toBeNull()
      expect(await identity().switchCompany(actor, 'none')).toBeNull()
      const joined = await join(await invite(guest.email), { password: testPassword })
      await backend.services.members.update(host, guest.userId, { role: undefined, isActive: false })
      expect(await identity().authenticate(joined.accessToken)).toBeNull()
      expect(await identity().switchCompany(actor, host.companyId)).toBeNull()
      expect(await identity().companies(actor)).toHaveLength(1)
    })

    it('let them in at the next sign-in where they were last', async () => {
      await signedIn()
      backend.clock.advance(60_000)
      await join(await invite(guest.email), { password: testPassword })
      backend.clock.advance(60_000)
      expect((await signedIn()).actor.companyId).toBe(host.companyId)
    })
  })
})
