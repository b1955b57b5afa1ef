/** Who is signed in: kept in memory, told to who listens, refreshed by one request however many ask. */
import { describe, expect, it } from 'vitest'
import type { User } from '../../contract/auth.ts'
import { createSession } from './session.ts'

const user: User = {
  id: 'u1',
  email: 'rosa@demo.example',
  display_name: 'Rosa',
  role: 'sales_manager',
  permissions: ['read_stage'],
  company: { id: 'c1', name: 'Demo' },
}

/** Answers sign-in, refresh and sign-out; `ended` makes the session be over. */
function server() {
  const asked: string[] = []
  const state = { ended: false, tokens: 0 }
  const json = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
  const fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    asked.push(path)
    if (path === '/api/auth/logout/') return new Response(null, { status: 204 })
    if (state.ended) return json(401, { error_code: 'SESSION_ENDED', message: 'Sign in again.', details: {} })
    state.tokens += 1
    const company = path === '/api/auth/switch/' ? { id: 'c2', name: 'Other' } : user.company
    return json(200, { access_token: `t${state.tokens}`, expires_in: 300, user: { ...user, company } })
  }
  return { asked, state, session: createSession({ baseUrl: 'http://crm.test', fetch }) }
}

describe('a session', () => {
  it('begins with sign-in, tells who listens, and ends with sign-out', async () => {
    const { session } = server()
    const told: (string | null)[] = []
    const stop = session.subscribe((now) => told.push(now?.email ?? null))
    expect([session.user(), session.token()]).toEqual([null, null])
    expect(await session.signIn('rosa@demo.example', 'secret')).toEqual({ ok: true, value: user })
    expect([session.user(), session.token()]).toEqual([user, 't1'])
    await session.signOut()
    expect([session.user(), session.token()]).toEqual([null, null])
    stop()
    await session.signIn('rosa@demo.example', 'secret')
    expect(told).toEqual(['rosa@demo.example', null])
  })

  it('is refreshed once for all who ask at the same time', async () => {
    const { session, asked } = server()
    await session.signIn('rosa@demo.example', 'secret')
    const answers = await Promise.all([session.refresh(), session.refresh(), session.resume()])
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true])
    expect(asked.filter((path) => path === '/api/auth/refresh/')).toHaveLength(1)
    expect(session.token()).toBe('t2')
  })

  it('goes on in another company with a token of its own', async () => {
    const { session, asked } = server()
    await session.signIn('rosa@demo.example', 'secret')
    const told: (string | undefined)[] = []
    session.subscribe((now) => told.push(now?.company.id))
    expect(await session.switchCompany('c2')).toMatchObject({ ok: true, value: { company: { id: 'c2' } } })
    expect(told).toEqual(['c2'])
    expect(session.token()).toBe('t3')
    expect(asked.at(-1)).toBe('/api/auth/switch/')
  })

  it('is over when the server says so, and not when nobody answers', async () => {
    const { session, state } = server()
    await session.signIn('rosa@demo.example', 'secret')
    state.ended = true
    expect(await session.refresh()).toMatchObject({ ok: false, failure: { code: 'SESSION_ENDED' } })
    expect(session.user()).toBeNull()

    const cut = createSession({
      baseUrl: 'http://crm.test',
      fetch: async (request) => {
        if (request.url.endsWith('/refresh/')) throw new TypeError('cut')
        return new Response(JSON.stringify({ access_token: 't1', expires_in: 300, user }))
      },
    })
    await cut.signIn('rosa@demo.example', 'secret')
    expect(await cut.refresh()).toMatchObject({ ok: false, failure: { kind: 'network' } })
    expect(cut.user()).toEqual(user)
  })
})
