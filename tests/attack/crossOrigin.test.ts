/**
 * P20: only our own pages can use the session's cookie or open a socket. Another site's form, script or socket is
 * refused in every variant that a browser could send, over real HTTP; nothing answers with a CORS permission.
 */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../kit/server.ts'

let server: RunningServer
let host: string
let cookie: string
beforeAll(async () => {
  server = await startServer({ TRUST_PROXY: '1' })
  host = new URL(server.url).host
  const signedIn = await send('POST', '/api/auth/login/', {
    body: JSON.stringify({ email: 'director@demo.example', password: 'Stagecraft-demo-1' }),
    headers: { 'Content-Type': 'application/json' },
  })
  expect(signedIn.status).toBe(200)
  cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  expect(cookie).not.toBe('')
})
afterAll(() => server.stop())

interface Sent {
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Plain HTTP: unlike `fetch`, it sends every header as told. */
function send(method: string, path: string, { body = '', headers = {} }: Sent = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const asking = request(`${server.url}${path}`, { method, headers })
      asking.once('error', reject)
      asking.once('upgrade', (response, socket) => {
        socket.destroy()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '' })
      })
      asking.once('response', (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      asking.end(body)
    },
  )
}

/** Where other people's pages may be. `own` stands for our host with its port. */
const origins = (own: string): readonly string[] => [
  'https://evil.example',
  'null',
  'http://localhost:1',
  `http://${own}.evil.example`,
  `http://evil.example/${own}`,
  `http://${own}@evil.example`,
  `ftp://${own}`,
  `http://sub.${own}`,
  `http://${own.split(':')[0]}:1`,
  'file://',
  'chrome-extension://abcdef',
  '',
]
const sites = ['cross-site', 'same-site', 'CROSS-SITE', 'same-origin, cross-site', '']
const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  '',
  'text/json',
  'application/jsonx',
]

const refuses = (status: number) => expect([400, 403, 415]).toContain(status)

describe('another site', () => {
  it('uses no session: 60 ways to ask for a new token or an end', async () => {
    let tried = 0
    for (const path of ['/api/auth/refresh/', '/api/auth/logout/']) {
      const ask = async (headers: Record<string, string>, body = '{}') => {
        tried += 1
        const said = await send('POST', path, {
          body,
          headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
        })
        expect([JSON.stringify(headers), said.status]).toEqual([JSON.stringify(headers), expect.any(Number)])
        refuses(said.status)
        expect(said.headers['set-cookie']).toBeUndefined()
        expect(said.headers['access-control-allow-origin']).toBeUndefined()
      }
      for (const origin of origins(host)) {
        await ask({ Origin: origin })
        await ask({ Origin: origin, 'Sec-Fetch-Site': 'cross-site' })
      }
      for (const site of sites) await ask({ 'Sec-Fetch-Site': site, Origin: 'https://evil.example' })
      for (const site of ['cross-site', 'same-site']) await ask({ 'Sec-Fetch-Site': site })
      for (const type of types) await ask({ 'Content-Type': type }, 'a=b')
    }
    expect(tried).toBeGreaterThan(60)
  })

  it('signs nobody in, so that nobody works in a stranger’s account', async () => {
    for (const origin of origins(host)) {
      const said = await send('POST', '/api/auth/login/', {
        body: JSON.stringify({ email: 'director@demo.example', password: 'Stagecraft-demo-1' }),
        headers: { 'Content-Type': 'application/json', Origin: origin },
      })
      expect([origin, said.status]).toEqual([origin, 403])
    }
  })

  it('has no mail sent for a forgotten password, and chooses none', async () => {
    for (const origin of origins(host))
      for (const [path, body] of [
        ['/api/auth/forgotten-password/', { email: 'director@demo.example' }],
        ['/api/auth/new-password/', { token: 'x', password: 'several words in a row' }],
      ] as const) {
        const headers = { 'Content-Type': 'application/json', Origin: origin }
        const said = await send('POST', path, { body: JSON.stringify(body), headers })
        expect([path, origin, said.status]).toEqual([path, origin, 403])
      }
  })

  it('of the same name without TLS does not speak for the one with TLS', async () => {
    const behindTls = { 'Content-Type': 'application/json', 'X-Forwarded-Proto': 'https' }
    const ask = (origin: string) =>
      send('POST', '/api/auth/logout/', { body: '{}', headers: { ...behindTls, Origin: origin } })
    expect((await ask(`http://${host}`)).status).toBe(403)
    expect((await ask(`https://${host}`)).status).toBe(204)
  })

  it('opens no socket', async () => {
    const upgrade = (origin: string | null) =>
      send('GET', '/api/events/socket', {
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          Cookie: cookie,
          ...(origin !== null && { Origin: origin }),
        },
      })
    for (const origin of origins(host))
      expect([origin, (await upgrade(origin)).status]).toEqual([origin, 403])
    expect((await upgrade(`http://${host}`)).status).toBe(101)
  })

  it('is given no permission by a preflight', async () => {
    for (const path of [
      '/api/auth/refresh/',
      '/api/me',
      '/api/sales-stages/',
      '/api/events/socket',
      '/healthz',
    ]) {
      const said = await send('OPTIONS', path, {
        headers: {
          Origin: 'https://evil.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization, content-type',
        },
      })
      for (const name of Object.keys(said.headers)) expect(name).not.toMatch(/^access-control/)
      expect([path, said.status]).not.toEqual([path, 200])
    }
  })

  it('reads nothing with the cookie alone', async () => {
    for (const path of ['/api/me', '/api/sales-stages/', '/api/sales-processes/', '/api/events?since=0']) {
      expect([path, (await send('GET', path, { headers: { Cookie: cookie } })).status]).toEqual([path, 401])
    }
  })
})

describe('our own pages', () => {
  it('get a new token and go', async () => {
    const own = { Cookie: cookie, 'Content-Type': 'application/json', Origin: `http://${host}` }
    const refreshed = await send('POST', '/api/auth/refresh/', {
      body: '{}',
      headers: { ...own, 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(refreshed.status).toBe(200)
    const next = String(refreshed.headers['set-cookie']).split(';')[0] ?? ''
    expect(
      (await send('POST', '/api/auth/logout/', { body: '{}', headers: { ...own, Cookie: next } })).status,
    ).toBe(204)
  })
})
