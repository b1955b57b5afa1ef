/** Limits hold to the request and are told: fields, 429, when to come back, by account, by token and by address. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { createApp } from '../app.ts'
import type { Actor } from '../services.ts'
import { createRateLimits } from './rateLimits.ts'
import { shareLimits } from './shareLimits.ts'

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

describe('two instances', () => {
  it('count together what comes to either, and forget it when the window ends', () => {
    const quota = { requests: 6, seconds: 60 }
    const open = () => createRateLimits({ token: quota, account: quota, address: quota })
    const [one, two] = [open(), open()]
    const at = (second: number) => new Date(second * 1_000)
    const ask = (limits: typeof one, second: number) => limits.count({ token: 'phone' }, at(second)).wait
    for (let n = 0; n < 4; n += 1) expect(ask(one, 0)).toBeNull()
    two.heard(one.news(), at(1))
    expect(one.news()).toEqual([])
    expect([ask(two, 1), ask(two, 1)]).toEqual([null, null])
    expect(ask(two, 1)).toBe(59)
    one.heard(two.news(), at(2))
    expect(ask(one, 2)).toBe(58)
    expect([ask(one, 61), ask(two, 61)]).toEqual([null, null])
  })

  it('hear each other over the wire, and not themselves', () => {
    vi.useFakeTimers()
    const listeners = new Set<(words: string) => void>()
    const wire = {
      say: async (words: string) => {
        for (const listener of listeners) listener(words)
      },
      hear: (listener: (words: string) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
    const now = new Date(0)
    const instance = (name: string) => {
      const quota = { requests: 3, seconds: 60 }
      const limits = createRateLimits({ token: quota, account: quota, address: quota })
      const report = (error: unknown) => {
        throw error
      }
      const stop = shareLimits(limits, wire, { name, clock: () => now, report })
      return { ask: () => limits.count({ token: 'phone' }, now).wait, stop }
    }
    const [one, two] = [instance('one'), instance('two')]
    expect([one.ask(), one.ask()]).toEqual([null, null])
    vi.advanceTimersByTime(1_000)
    expect([two.ask(), two.ask()]).toEqual([null, 60])
    expect(one.ask()).toBeNull()
    for (const { stop } of [one, two]) stop()
    expect(listeners.size).toBe(0)
    vi.useRealTimers()
  })
})
