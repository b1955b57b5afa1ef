/** The second factor: set up, asked for, each code once, guessing slowed down, and a way back in without the phone. */
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { ApiError } from '../apiError.ts'
import type { Actor } from '../services.ts'

describe.each(databaseKinds)('the second factor on %s', (kind) => {
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
    // A minute later nothing of the test before is counted any more.
    backend.clock.advance(61_000)
  })

  const address = '10.0.0.9'
  const password = testPassword
  const signIn = (code?: string, given = password) =>
    backend.services.identity.signIn({ email: person.email, password: given, code, address })
  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      (error: unknown) => (error instanceof ApiError ? { code: error.code, ...error.details } : error),
    )
  const factor = () => backend.services.secondFactor
  const codeOf = (secret: string, steps = 0) =>
    new TOTP({ secret }).generate({ timestamp: backend.clock.now().getTime() + steps * 30_000 })
  /** Set up and confirmed; a step later, so that the next code is a fresh one. */
  const switchedOn = async () => {
    const { actor } = await signIn()
    const { secret } = await factor().begin(actor, { password, address })
    const codes = await factor().confirm(actor, codeOf(secret))
    backend.clock.advance(30_000)
    return { actor, secret, codes }
  }

  it('is not asked for until it is confirmed by a first code', async () => {
    const { actor } = await signIn()
    const { secret, uri } = await factor().begin(actor, { password, address })
    expect(uri).toContain(`secret=${secret}`)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Stagecraft:/)
    expect(await factor().state(actor)).toEqual({ enabledAt: null, recoveryCodesLeft: 0 })
    expect(await refusalOf(signIn())).toBeNull()
    expect(await refusalOf(factor().confirm(actor, '000000'))).toMatchObject({ code: 'VALIDATION_FAILED' })
    const codes = await factor().confirm(actor, codeOf(secret))
    expect(new Set(codes).size).toBe(10)
    expect(await factor().state(actor)).toMatchObject({ recoveryCodesLeft: 10 })
    expect(await refusalOf(signIn())).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' })
  })

  it('is set up only by who knows the password, and once', async () => {
    const { actor } = await signIn()
    expect(await refusalOf(factor().begin(actor, { password: 'guess', address }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      issues: [{ path: 'password' }],
    })
    await switchedOn()
    expect(await refusalOf(factor().begin(actor, { password, address }))).toMatchObject({
      code: 'ALREADY_EXISTS',
    })
  })

  it('ends all other sessions when it is switched on', async () => {
    const elsewhere = await signIn()
    const { actor } = await switchedOn()
    expect(await backend.services.identity.authenticate(elsewhere.accessToken)).toBeNull()
    expect(await backend.services.account.sessions(actor)).toHaveLength(1)
  })

  it('says nothing about itself to who does not know the password', async () => {
    await switchedOn()
    expect(await refusalOf(signIn(undefined, 'guess'))).toMatchObject({ code: 'INVALID_CREDENTIALS' })
    expect(await refusalOf(signIn('123456', 'guess'))).toMatchObject({ code: 'INVALID_CREDENTIALS' })
  })

  it('lets in with a code of now, or one step off, and with no older or later one', async () => {
    const { secret } = await switchedOn()
    backend.clock.advance(300_000)
    expect(await refusalOf(signIn(codeOf(secret, -2)))).toMatchObject({ code: 'INVALID_CODE' })
    expect(await refusalOf(signIn(codeOf(secret, 2)))).toMatchObject({ code: 'INVALID_CODE' })
    expect(await refusalOf(signIn(codeOf(secret, -1)))).toBeNull()
    expect(await refusalOf(signIn(codeOf(secret)))).toBeNull()
    expect(await refusalOf(signIn(codeOf(secret, 1)))).toBeNull()
  })

  it('takes a code once, also where two bring it at the same moment', async () => {
    const { secret } = await switchedOn()
    const code = codeOf(secret)
    const answers = await Promise.all([refusalOf(signIn(code)), refusalOf(signIn(code))])
    expect(answers.filter((refusal) => refusal === null)).toHaveLength(1)
    expect(answers).toContainEqual({ code: 'INVALID_CODE' })
    expect(await refusalOf(signIn(code))).toMatchObject({ code: 'INVALID_CODE' })
  })

  it('takes each recovery code once, however it is typed, and writes down that it was', async () => {
    const { codes } = await switchedOn()
    const [first = '', second = ''] = codes
    expect(await refusalOf(signIn(` ${first.toLowerCase().replace('-', ' ')} `))).toBeNull()
    expect(await refusalOf(signIn(first))).toMatchObject({ code: 'INVALID_CODE' })
    const { actor } = await signIn(second)
    expect(await factor().state(actor)).toMatchObject({ recoveryCodesLeft: 8 })
    const rows = await backend.database.company({ companyId: company.companyId }, (tx) =>
      tx.selectFrom('audit_log').select(['type', 'body']).where('user_id', '=', person.userId).execute(),
    )
    expect(rows.map(({ type }) => type).filter((type) => type === 'user.recovery_code_used')).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(first)
  })

  it('gives fresh recovery codes for a code, and those before are worth nothing', async () => {
    const { actor, secret, codes } = await switchedOn()
    expect(await refusalOf(factor().renewCodes(actor, '000000'))).toMatchObject({ code: 'VALIDATION_FAILED' })
    const fresh = await factor().renewCodes(actor, codeOf(secret))
    expect(fresh).toHaveLength(10)
    expect(await refusalOf(signIn(codes[0]))).toMatchObject({ code: 'INVALID_CODE' })
    expect(await refusalOf(signIn(fresh[0]))).toBeNull()
  })

  it('refuses more than five wrong codes, from wherever they come, and lets in again later', async () => {
    const { secret } = await switchedOn()
    const guess = (index: number) =>
      refusalOf(
        backend.services.identity.signIn({
          email: person.email,
          password,
          code: '000000',
          address: `10.0.1.${index}`,
        }),
      )
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => guess(index)))
    const codes = answers.map((refusal) => Object(refusal).code)
    expect(codes.filter((code) => code === 'INVALID_CODE')).toHaveLength(5)
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(3)
    expect(await refusalOf(signIn(codeOf(secret)))).toMatchObject({ code: 'RATE_LIMITED' })
    backend.clock.advance(301_000)
    expect(await refusalOf(signIn(codeOf(secret)))).toBeNull()
  })

  it('is switched off by password and code together, and then not asked for', async () => {
    const { actor, secret } = await switchedOn()
    const off = (given: { password: string; code: string }) =>
      refusalOf(factor().disable(actor, { ...given, address }))
    expect(await off({ password: 'guess', code: codeOf(secret) })).toMatchObject({
      issues: [{ path: 'password' }],
    })
    expect(await off({ password, code: '000000' })).toMatchObject({ issues: [{ path: 'code' }] })
    expect(await off({ password, code: codeOf(secret) })).toBeNull()
    expect(await refusalOf(signIn())).toBeNull()
    expect(await factor().state(actor)).toEqual({ enabledAt: null, recoveryCodesLeft: 0 })
  })

  it('is kept so that the database alone gives nobody a code', async () => {
    const { secret, codes } = await switchedOn()
    const stored = await backend.database.identity(async (tx) => ({
      factor: await tx
        .selectFrom('second_factors')
        .selectAll()
        .where('user_id', '=', person.userId)
        .execute(),
      codes: await tx.selectFrom('recovery_codes').selectAll().where('user_id', '=', person.userId).execute(),
    }))
    expect(stored.factor).toHaveLength(1)
    expect(stored.codes).toHaveLength(10)
    for (const told of [secret, ...codes]) expect(JSON.stringify(stored)).not.toContain(told)
    await expect(
      backend.database.company({ companyId: company.companyId }, (tx) =>
        tx.selectFrom('second_factors').selectAll().execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('goes with the person who is erased', async () => {
    await switchedOn()
    await backend.services.privacy.erase(company, person.userId)
    const left = await backend.database.identity((tx) =>
      tx.selectFrom('second_factors').selectAll().where('user_id', '=', person.userId).execute(),
    )
    expect(left).toEqual([])
  })
})
