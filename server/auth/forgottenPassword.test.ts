/** Another password by a link that only the mailbox gets; nobody learns by it who has an account. */
import { TOTP } from 'otpauth'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { takeMails } from '../../tests/kit/mails.ts'
import { ApiError } from '../apiError.ts'
import { createApp } from '../app.ts'
import type { Actor } from '../services.ts'

describe.each(databaseKinds)('a forgotten password on %s', (kind) => {
  let backend: TestBackend
  let member: Actor
  beforeAll(async () => {
    backend = await startBackend(kind, { mailWay: 'smtp', publicUrl: () => 'https://sales.example' })
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  beforeEach(async () => {
    await mails()
    member = await backend.member('sales_director')
  })

  const fresh = 'several other words in a row'
  const service = () => backend.services.forgottenPassword
  const ask = async (email = member.email, language: 'en' | 'de' = 'en', address = v7()) =>
    (await service().request({ email, address, language })).done
  const mails = () => takeMails(backend)
  const tokenIn = (text: string): string =>
    /https:\/\/sales\.example\/new-password#([\w-]{43})\n/.exec(text)?.[1] ?? ''
  const link = async (): Promise<string> => {
    await ask()
    const [mail] = await mails()
    return tokenIn(mail?.text ?? '')
  }
  const signIn = (password: string, code?: string) =>
    backend.services.identity.signIn({ email: member.email, password, code, address: v7() })
  const codeOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error: unknown) => (error instanceof ApiError ? error.code : error),
    )

  it('is replaced by a link that the mailbox alone gets, in the language that was asked in', async () => {
    await ask(member.email.toUpperCase(), 'de')
    const [mail] = await mails()
    expect(mail).toMatchObject({ to: member.email, subject: 'Neues Passwort wählen' })
    expect(await codeOf(service().reset({ token: tokenIn(mail?.text ?? ''), password: fresh }))).toBe('done')
    expect(await codeOf(signIn(testPassword))).toBe('INVALID_CREDENTIALS')
    expect(await codeOf(signIn(fresh))).toBe('done')
    expect(await mails()).toMatchObject([{ to: member.email, subject: 'Your password was changed' }])
  })

  it('waits in the queue sealed, and nothing of the link is left once it was sent', async () => {
    await ask()
    const kept = async () => {
      const rows = await backend.database.company({ companyId: member.companyId }, (tx) =>
        tx.selectFrom('outgoing').select(['content', 'state']).execute(),
      )
      const resets = await backend.database.identity((tx) =>
        tx.selectFrom('password_resets').selectAll().execute(),
      )
      return JSON.stringify([rows, resets])
    }
    const before = await kept()
    const [mail] = await mails()
    const token = tokenIn(mail?.text ?? '')
    expect(token).toHaveLength(43)
    expect(before).toContain('"sealed"')
    expect(before).not.toContain(token)
    expect(await kept()).not.toContain('"sealed"')
  })

  it('answers the same for an address that is nobody’s, and writes to nobody', async () => {
    const app = createApp(backend.services)
    const answerFor = async (email: string) => {
      const request = new Request('http://stagecraft.test/api/auth/forgotten-password/', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Request-Id': 'same' },
        body: JSON.stringify({ email }),
      })
      const answer = await app.fetch(request)
      return [answer.status, [...answer.headers], await answer.text()]
    }
    expect(await answerFor('nobody@example.test')).toEqual(await answerFor(member.email))
    const shut = await backend.colleague(member, 'auditor')
    await backend.database.identity((tx) =>
      tx.updateTable('memberships').set({ is_active: false }).where('user_id', '=', shut.userId).execute(),
    )
    await ask(shut.email)
    await ask('nobody@example.test')
    expect((await mails()).map(({ to }) => to)).not.toContain(shut.email)
  })

  it('works once, for an hour, and only by the last link', async () => {
    const first = await link()
    backend.clock.advance(3 * 60_000)
    const second = await link()
    expect(await codeOf(service().reset({ token: first, password: fresh }))).toBe('LINK_OVER')
    const both = [1, 2].map(() => codeOf(service().reset({ token: second, password: fresh })))
    expect((await Promise.all(both)).sort()).toEqual(['LINK_OVER', 'done'])
    backend.clock.advance(3 * 60_000)
    const third = await link()
    backend.clock.advance(61 * 60_000)
    expect(await codeOf(service().reset({ token: third, password: `${fresh} again` }))).toBe('LINK_OVER')
    await backend.services.forgetDue()
    const left = await backend.database.identity((tx) =>
      tx.selectFrom('password_resets').selectAll().execute(),
    )
    expect(left).toEqual([])
  })

  it('fills nobody’s mailbox, and slows down who asks again and again', async () => {
    for (let time = 0; time < 4; time += 1) await ask()
    expect(await mails()).toHaveLength(1)
    for (let time = 0; time < 5; time += 1) await ask('nobody@example.test', 'en', 'one place')
    expect(await codeOf(ask('nobody@example.test', 'en', 'one place'))).toBe('RATE_LIMITED')
  })

  it('takes no weak password, and the link still works then', async () => {
    const token = await link()
    expect(await codeOf(service().reset({ token, password: 'short' }))).toBe('VALIDATION_FAILED')
    expect(await codeOf(service().reset({ token, password: fresh }))).toBe('done')
  })

  it('ends every session, proves the address, and is in the trail', async () => {
    member = await backend.colleague(member, 'auditor')
    const { accessToken, refreshToken } = await signIn(testPassword)
    const provenNow = async () =>
      (await backend.services.members.list(member)).find(({ id }) => id === member.userId)?.addressProven
    expect(await provenNow()).toBe(false)
    await service().reset({ token: await link(), password: fresh })
    expect(await backend.services.identity.authenticate(accessToken)).toBeNull()
    expect(await codeOf(backend.services.identity.refresh(refreshToken))).toBe('SESSION_ENDED')
    expect(await provenNow()).toBe(true)
    const trail = await backend.services.audit.list(member, {}, { offset: 0, limit: 9 })
    expect(trail.rows.map(({ type }) => type)).toEqual(['user.password_reset'])
  })

  it('leaves the second factor on', async () => {
    const { actor } = await signIn(testPassword)
    const given = { password: testPassword, address: v7() }
    const { secret } = await backend.services.secondFactor.begin(actor, given)
    const code = () => new TOTP({ secret }).generate({ timestamp: backend.clock.now().getTime() })
    await backend.services.secondFactor.confirm(actor, code())
    await service().reset({ token: await link(), password: fresh })
    expect(await codeOf(signIn(fresh))).toBe('SECOND_FACTOR_REQUIRED')
    backend.clock.advance(30_000)
    expect(await codeOf(signIn(fresh, code()))).toBe('done')
  })
})

it('a forgotten password is not replaced where no mail leaves', async () => {
  const backend = await startBackend('PGlite')
  const { forgottenPassword } = backend.services
  expect(forgottenPassword.offered).toBe(false)
  await expect(
    forgottenPassword.request({ email: 'a@b.example', address: '', language: 'en' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await backend.close()
})
