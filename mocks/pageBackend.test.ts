/** The demo's backend is the server itself: seeded, signed in to, kept signed in without a cookie, and live. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNativeBackend } from '../src/data/api/native.ts'
import { createPageBackend, type PageBackend } from './pageBackend.ts'

describe('the backend inside a page', () => {
  let page: PageBackend
  beforeAll(async () => {
    page = await createPageBackend()
  })
  afterAll(() => page.close())
  const client = () =>
    createNativeBackend({ baseUrl: 'http://demo.test', fetch: (request) => page.fetch(request) })

  it('offers its accounts, lets one in, and takes the session up again after a reload of the page', async () => {
    const before = client()
    const offered = await before.capabilities()
    const demo = offered.ok ? offered.value.demo : undefined
    const [account] = demo?.accounts ?? []
    expect(demo?.accounts.length).toBeGreaterThanOrEqual(5)
    const signedIn = await before.session.signIn(account?.email ?? '', demo?.password ?? '')
    expect(signedIn).toMatchObject({ ok: true, value: { email: account?.email } })

    const after = client()
    const listed = await after.list()
    expect(listed.ok && listed.value.map((process) => process.is_default)[0]).toBe(true)
    await after.session.signOut()
    expect(await client().session.resume()).toMatchObject({ ok: false, failure: { code: 'SESSION_ENDED' } })
  })

  it('tells what happens over a line', async () => {
    const backend = client()
    await backend.session.signIn('administrator@demo.example', 'Stagecraft-demo-1')
    const heard: string[] = []
    let line: ReturnType<PageBackend['connect']> | undefined
    const greeted = new Promise<void>((resolve, reject) => {
      line = page.connect({
        send: (text) => {
          heard.push(text)
          resolve()
        },
        close: (code) => reject(new Error(`closed with ${code}`)),
        buffered: () => 0,
      })
    })
    line?.receive(JSON.stringify({ type: 'auth', token: backend.session.token() }))
    await greeted
    expect(JSON.parse(heard[0] ?? '')).toMatchObject({ type: 'hello', epoch: expect.any(String) })
    line?.closed()
  })
})
