/** The clock of a server that was an hour off is set right: nobody is let in longer, and nobody is shut out for it. */
import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { ApiError } from '../apiError.ts'
import { createRateLimits, quotasFor } from '../http/rateLimits.ts'
import type { Actor } from '../services.ts'

const hour = 3_600_000
const address = '10.0.0.1'
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof ApiError ? error.code : error),
  )

describe('when a clock is set', () => {
  let backend: TestBackend
  let person: Actor
  beforeAll(async () => {
    backend = await startBackend('PGlite')
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  beforeEach(async () => {
    person = await backend.member()
  })
  const signIn = (code?: string, password = testPassword) =>
    backend.services.identity.signIn({ email: person.email, password, code, address })
  const set = (by: number) => backend.clock.advance(by)
  const withFactor = async () => {
    const { actor } = await signIn()
    const { secret } = await backend.services.secondFactor.begin(actor, { password: testPassword, address })
    const codeNow = () => new TOTP({ secret }).generate({ timestamp: backend.clock.now().getTime() })
    await backend.services.secondFactor.confirm(actor, codeNow())
    set(30_000)
    return { actor, codeNow }
  }

  it.each([hour, -hour])('by %d ms, who is signed in stays so', async (by) => {
    const { accessToken, refreshToken } = await signIn()
    set(by)
    const { identity } = backend.services
    if (by > 0) expect(await identity.authenticate(accessToken)).toBeNull()
    const { accessToken: renewed } = await identity.refresh(refreshToken)
    expect(await identity.authenticate(renewed)).toMatchObject({ userId: person.userId })
  })

  it('back, the token before the last is still worth nothing after its ten seconds', async () => {
    const { refreshToken } = await signIn()
    const { identity } = backend.services
    await identity.refresh(refreshToken)
    set(-hour)
    expect(await codeOf(identity.refresh(refreshToken))).toBe('SESSION_ENDED')
  })

  it('back, wrong passwords of then shut nobody out until then', async () => {
    const tries = []
    for (let n = 0; n < 6; n += 1) tries.push(await codeOf(signIn(undefined, 'a wrong password')))
    expect(tries.at(-1)).toBe('RATE_LIMITED')
    set(-hour)
    expect(await codeOf(signIn())).toBe('done')
  })

  it('back, wrong codes of then shut nobody out until then', async () => {
    const { codeNow } = await withFactor()
    set(hour)
    const tries = []
    for (let n = 0; n < 6; n += 1) tries.push(await codeOf(signIn('000000')))
    expect(tries.at(-1)).toBe('RATE_LIMITED')
    set(30_000 - hour)
    expect(await codeOf(signIn(codeNow()))).toBe('done')
  })

  it('back, a second factor that was proven then does not count until then', async () => {
    const { actor, codeNow } = await withFactor()
    const { security, identity } = backend.services
    await security.savePolicy(actor, { fresh_second_factor: true }, null)
    set(hour)
    const { accessToken } = await signIn(codeNow())
    const now = async () => (await identity.authenticate(accessToken)) ?? actor
    expect(await codeOf(security.refuseUnproven(await now()))).toBe('done')
    set(-hour)
    expect(await codeOf(security.refuseUnproven(await now()))).toBe('STEP_UP_REQUIRED')
  })

  it('back, what was asked in a minute of then is not counted for an hour', () => {
    const limits = createRateLimits(quotasFor(2))
    const token = randomUUID()
    const at = (moment: number) => limits.count({ token }, new Date(moment)).wait
    expect([at(hour), at(hour), at(hour)]).toEqual([null, null, 60])
    expect([at(0), at(0), at(0)]).toEqual([null, null, 60])
    limits.heard([[`token ${token}`, 2, 2 * hour]], new Date(61_000))
    expect(at(61_000)).toBeNull()
  })
})
