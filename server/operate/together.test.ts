/** Several instances, as they are run in production: started at once on an empty database, ended one by one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../tests/kit/postgres.ts'
import { type RunningServer, startServer } from '../../tests/kit/server.ts'

const token = 'metrics-token-0123456789'

describe('two processes that start at once on an empty PostgreSQL', () => {
  let postgres: RunningPostgres
  let servers: readonly RunningServer[]
  beforeAll(async () => {
    postgres = await startPostgres()
    const env = {
      DATABASE_URL: postgres.url,
      AUTH_SECRET: 'x'.repeat(40),
      METRICS_TOKEN: token,
      LOG_LEVEL: 'info',
      RATE_LIMIT: '100',
      WEBHOOK_PRIVATE_TARGETS: 'allow',
      WEBHOOK_PLAIN_HTTP: 'allow',
    }
    servers = await Promise.all([startServer(env), startServer(env)])
  })
  afterAll(async () => {
    await Promise.all(servers?.map((server) => server.stop()) ?? [])
    await postgres.stop()
  })

  it('migrate once and put one demo in', async () => {
    for (const { url } of servers) {
      const signedIn = await fetch(`${url}/api/auth/login/`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: 'director@demo.example', password: 'Stagecraft-demo-1' }),
      })
      expect(signedIn.status).toBe(200)
      const { access_token: access }: { access_token: string } = await signedIn.json()
      const processes = await fetch(`${url}/api/sales-processes/`, {
        headers: { Authorization: `Bearer ${access}` },
      })
      expect(await processes.json()).toMatchObject({ count: 3 })
    }
    expect(servers.filter(({ printed }) => printed().includes('A demo company was made'))).toHaveLength(1)
  })

  it('count together how much one device asks', async () => {
    const [one, two] = servers
    const signedIn = await fetch(`${one?.url}/api/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'manager@demo.example', password: 'Stagecraft-demo-1' }),
    })
    const { access_token: access }: { access_token: string } = await signedIn.json()
    const ask = (url?: string) => fetch(`${url}/api/me`, { headers: { Authorization: `Bearer ${access}` } })
    for (let n = 0; n < 40; n += 1) await ask(one?.url)
    const left = async () => {
      const { headers } = await ask(two?.url)
      return Number(/"token";r=(\d+)/.exec(headers.get('RateLimit') ?? '')?.[1])
    }
    await expect.poll(left, { interval: 300, timeout: 20_000 }).toBeLessThanOrEqual(60)
  })

  it('count what they answer for whoever has the token, and log it without an address', async () => {
    const [server] = servers
    const read = (headers: Record<string, string>) => fetch(`${server?.url}/metrics`, { headers })
    expect((await read({})).status).toBe(404)
    expect((await read({ Authorization: 'Bearer guess' })).status).toBe(404)
    const answer = await read({ Authorization: `Bearer ${token}` })
    expect(answer.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(await answer.text()).toContain(
      'stagecraft_http_requests_total{method="GET",route="/api/sales-processes/",status="200"} 1',
    )
    expect(server?.printed()).toMatch(
      /"route":"\/api\/sales-processes\/","status":200,"milliseconds":[\d.]+,"requestId":"/,
    )
  })

  it('tell a webhook each event once, whichever of them it happened at', async () => {
    const heard: string[] = []
    const receiver = createServer((request, response) => {
      heard.push(String(request.headers['webhook-id']))
      response.end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const address = receiver.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const [first = '', second = ''] = servers.map(({ url }) => url)
    const json = { 'Content-Type': 'application/json' }
    const credentials = { email: 'administrator@demo.example', password: 'Stagecraft-demo-1' }
    const signedIn = await fetch(`${first}/api/auth/login/`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(credentials),
    })
    const { access_token: access }: { access_token: string } = await signedIn.json()
    const post = async (url: string, path: string, body: object) => {
      const headers = { ...json, Authorization: `Bearer ${access}` }
      const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      expect(answer.status, await answer.text()).toBe(201)
    }
    const hook = { name: 'Warehouse', url: `http://127.0.0.1:${port}/`, events: ['reference.changed'] }
    await post(first, '/api/webhooks/', hook)
    const fields = Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, label: 'L', type: 'text' }))
    await Promise.all(
      fields.map((field, index) => post(index % 2 ? first : second, '/api/opportunity-fields/', field)),
    )
    await expect.poll(() => new Set(heard).size, { timeout: 30_000 }).toBe(20)
    expect(heard).toHaveLength(20)
    receiver.close()
  })
})

describe('an instance that is told to end while it puts the demo in', () => {
  it('ends without a complaint, and the next one has the whole of it', async () => {
    const postgres = await startPostgres()
    const database = new pg.Client({ connectionString: postgres.url })
    await database.connect()
    const env = { DATABASE_URL: postgres.url, AUTH_SECRET: 'x'.repeat(40) }
    const first = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
      env: { ...process.env, ...env, PORT: '0', LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complained = ''
    first.stderr.setEncoding('utf8').on('data', (text: string) => {
      complained += text
    })
    const ended = once(first, 'exit')
    const begun = () =>
      database.query('SELECT 1 FROM stagecraft.process_versions').then(
        ({ rowCount }) => rowCount,
        () => 0, // the table is not there yet
      )
    await expect.poll(begun, { timeout: 50_000, interval: 20 }).toBeGreaterThan(0)
    first.kill('SIGTERM')
    expect([await ended, complained]).toEqual([[0, null], ''])
    await database.end()

    const next = await startServer(env)
    const signedIn = await fetch(`${next.url}/api/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'director@other.example', password: 'Stagecraft-demo-1' }),
    })
    expect(signedIn.status).toBe(200)
    await next.stop()
    await postgres.stop()
  })
})
