/** Limits hold to the request and are told: fields, 429, when to come back, by account, by token and by address. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { createApp } from '../app.ts'
import type { Actor } from '../services.ts'
import { createRateLimits } from './rateLimits.ts'

describe('rate limits', () => {
  let backend: TestBackend
  let member: Actor
  beforeAll(async () => {
    backend = await startBackend('PGlite')
    member = await backend.member()
  })
  afterAll(() => backend.close())

  const quotas = {
    token: { requests: 3, seconds: 60 },
    account: { requests: 5, seconds: 60 },
    address: { requests: 4, seconds: 60 },
  }
  const open = () => createApp(backend.services, createRateLimits(quotas))
  const ask = (app: ReturnType<typeof open>, path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`http://stagecraft.test${path}`, { headers }))
  const device = async (who: Actor = member) => {
    const { email } = who
    const given = { email, password: testPassword, address: '10.0.0.1' }
    const { accessToken } = await backend.services.identity.signIn(given)
    return { Authorization: `Bearer ${accessToken}` }
  }
  const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status)
  const times = <T>(count: number, run: () => Promise<T>) => Promise.all(Array.from({ length: count }, run))

  it('tells on every answer what is left and when it is whole again', async () => {
    const app = open()
    const headers = await device()
    const first = await ask(app, '/api/me', headers)
    expect(first.headers.get('RateLimit-Policy')).toBe('"account";q=5;w=60, "token";q=3;w=60')
    expect(first.headers.get('RateLimit')).toBe('"account";r=4;t=60, "token";r=2;t=60')
    const refused = await ask(app, '/api/sales-stages/not-there/', headers)
    expect(refused.status).toBe(404)
    expect(refused.headers.get('RateLimit')).toContain('"token";r=1;')
  })

  it('accepts no request more than the quota of a token, however they come, and lets it in again later', async () => {
    const app = open()
    const headers = await device()
    const answers = await times(20, () => ask(app, '/api/me', headers))
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(3)
    const late = answers.find(({ status }) => status === 429)
    expect(late?.headers.get('Retry-After')).toBe('60')
    expect(await late?.json()).toMatchObject({
      error_code: 'RATE_LIMITED',
      message: expect.stringMatching(/again in \d+ seconds/),
      details: { retry_after: 60 },
    })
    backend.clock.advance(60_000)
    expect((await ask(app, '/api/me', headers)).status).toBe(200)
  })

  it('counts an account over its devices, and nobody else', async () => {
    const app = open()
    const devices = await times(3, () => device())
    const answers: Response[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      for (const headers of devices) answers.push(await ask(app, '/api/me', headers))
    }
    expect(statuses(answers).filter((status) => status === 200)).toHaveLength(5)
    const other = await device(await backend.colleague(member, 'auditor'))
    expect((await ask(app, '/api/me', other)).status).toBe(200)
  })

  it('counts who is not signed in by address, made-up tokens too, and believes no other field about it', async () => {
    const app = open()
    const from = (address: string, more: Record<string, string> = {}) =>
      ask(app, '/api/capabilities', { 'X-Client-Address': address, ...more })
    const answers = [
      await from('10.1.0.1'),
      await ask(app, '/api/me', { 'X-Client-Address': '10.1.0.1', Authorization: 'Bearer made.up' }),
      await from('10.1.0.1', { 'X-Forwarded-For': '10.9.9.9' }),
      await from('10.1.0.1'),
      await from('10.1.0.1', { 'X-Forwarded-For': '10.9.9.8' }),
    ]
    expect(statuses(answers)).toEqual([200, 401, 200, 200, 429])
    expect((await from('10.1.0.2')).status).toBe(200)
    const signedIn = { ...(await device()), 'X-Client-Address': '10.1.0.1' }
    expect((await ask(app, '/api/me', signedIn)).status).toBe(200)
  })

  it('never counts the probes of a machine', async () => {
    const app = open()
    const answers = await times(10, () => ask(app, '/healthz', { 'X-Client-Address': '10.1.0.3' }))
    expect(new Set(statuses(answers))).toEqual(new Set([200]))
  })
})
