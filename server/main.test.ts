/** The server as a person starts it: what it says, what it keeps, and how it ends. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../tests/kit/ports.ts'
import { type RunningPostgres, startPostgres } from '../tests/kit/postgres.ts'
import { type RunningServer, startServer } from '../tests/kit/server.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const password = 'Stagecraft-demo-1'

/** Runs the server until it ends by itself. */
function attempt(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main], { env: { ...process.env, HOST: '127.0.0.1', ...env } })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += String(text)
      })
    child.once('exit', (code) => resolve({ code, said }))
  })
}

async function signedIn(url: string, email = 'administrator@demo.example') {
  const answer = await fetch(`${url}/api/auth/login/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
  const { access_token: token }: { access_token: string } = await answer.json()
  const cookie = (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${token}` } })
    return response.json()
  }
  return { token, cookie, get }
}

interface Page<Row> {
  count: number
  results: Row[]
}

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'stagecraft-main-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

describe('the server with nothing but a folder', () => {
  const data = folder()
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: data })
  })
  afterAll(() => server.stop())

  it('starts with a demo: three processes and deals under way', async () => {
    const { get } = await signedIn(server.url)
    const processes = await get<Page<{ id: string; is_default: boolean }>>('/api/sales-processes/')
    expect(processes.count).toBe(3)
    expect(processes.results.filter((process) => process.is_default)).toHaveLength(1)
    const stages = await get<Page<{ id: string; stage_code: string }>>('/api/sales-stages/')
    expect(stages.count).toBe(6)
    const usage = await Promise.all(
      stages.results.map(({ id }) => get<{ open_deals: number }>(`/api/sales-stages/${id}/usage/`)),
    )
    expect(usage.reduce((sum, each) => sum + each.open_deals, 0)).toBeGreaterThan(20)
  })

  it('lets every role in and keeps the second company apart', async () => {
    const companies = new Set<string>()
    for (const name of ['administrator', 'director', 'operations', 'manager', 'representative']) {
      for (const domain of ['demo.example', 'other.example']) {
        const { get } = await signedIn(server.url, `${name}@${domain}`)
        const me = await get<{ email: string; company: { id: string } }>('/api/me')
        expect(me.email).toBe(`${name}@${domain}`)
        companies.add(`${domain} ${me.company.id}`)
      }
    }
    expect(companies.size).toBe(2)
    const ours = await signedIn(server.url)
    const theirs = await signedIn(server.url, 'administrator@other.example')
    const [stage] = (await theirs.get<Page<{ id: string }>>('/api/sales-stages/')).results
    expect(await ours.get(`/api/sales-stages/${stage?.id}/`)).toMatchObject({ error_code: 'NOT_FOUND' })
  })

  it('keeps what is written, and who is signed in, over a restart; ends with code 0', async () => {
    const { token, cookie } = await signedIn(server.url)
    const created = await fetch(`${server.url}/api/stage-categories/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ category_name: 'Kept', category_code: 'KEPT', category_type: 'closing' }),
    })
    expect(created.status).toBe(201)
    expect(await server.pause()).toBe(0)
    await server.resume()
    const refreshed = await fetch(`${server.url}/api/auth/refresh/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
      body: '{}',
    })
    expect(refreshed.status).toBe(200)
    const { get } = await signedIn(server.url)
    const categories = await get<Page<{ category_code: string }>>('/api/stage-categories/')
    expect(categories.results.map((category) => category.category_code)).toContain('KEPT')
    expect((await get<Page<unknown>>('/api/sales-processes/')).count).toBe(3)
  })

  it('answers a request that is none in the one error format', async () => {
    const { hostname, port } = new URL(server.url)
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () =>
        socket.end('GET /api/me HTTP/1.1\r\nHost: a/b\r\n\r\n'),
      )
      let text = ''
      socket.on('data', (part) => {
        text += String(part)
      })
      socket.once('close', () => resolve(text))
      socket.once('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"error_code":"MALFORMED_REQUEST"')
  })

  it('lets no client say from where it comes', async () => {
    const guess = (address: string) =>
      fetch(`${server.url}/api/auth/login/`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Client-Address': address,
          'X-Forwarded-For': address,
        },
        body: JSON.stringify({ email: 'auditor@demo.example', password: 'guess' }),
      }).then((answer) => answer.status)
    const answers: number[] = []
    for (let time = 0; time < 6; time += 1) answers.push(await guess(`10.0.0.${time}`))
    expect(answers).toEqual([401, 401, 401, 401, 401, 429])
  })

  it('says in one sentence why another one does not start', async () => {
    const { port } = new URL(server.url)
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ PORT: 'x' }, /PORT is "x": give a number/],
      [{ DATA_DIR: data, PORT: '0' }, /in use by another Stagecraft \(process \d+\)/],
      [{ DATA_DIR: join(file, 'below') }, /DATA_DIR: .* cannot be made/],
      [
        { DATA_DIR: folder(), DATABASE_URL: `postgres://127.0.0.1:${await freePort()}/x` },
        /no PostgreSQL answered/,
      ],
      [{ DATA_DIR: folder(), SEED: 'none', PORT: port }, /PORT: \d+ on 127\.0\.0\.1 is in use/],
    ]
    for (const [env, sentence] of cases) {
      const { code, said } = await attempt(env)
      expect(code).toBe(1)
      expect(said).toMatch(sentence)
      expect(said).not.toMatch(/\n\s+at /)
    }
  })
})

describe('the server on PostgreSQL', () => {
  let postgres: RunningPostgres
  const running: RunningServer[] = []
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    const server = await startServer({ AUTH_SECRET: 'x'.repeat(40), DATABASE_URL: postgres.url, ...env })
    running.push(server)
    return server
  }
  const end = async () => {
    for (const server of running.splice(0)) expect(await server.stop()).toBe(0)
  }
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(async () => {
    await end()
    await postgres.stop()
  })

  it('puts no demo in where it is told not to, and only one where all is empty', async () => {
    const empty = await start({ SEED: 'none' })
    await expect(signedIn(empty.url)).rejects.toThrow(/401/)
    await end()
    await start()
    await end()
    const again = await start()
    const { get } = await signedIn(again.url)
    expect((await get<Page<unknown>>('/api/sales-processes/')).count).toBe(3)
    await end()
  })

  it('runs twice on one database: who signs in at one is known at the other', async () => {
    const [first, second] = await Promise.all([start(), start()])
    const { token } = await signedIn(first.url)
    const elsewhere = await fetch(`${second.url}/api/me`, { headers: { Authorization: `Bearer ${token}` } })
    expect(elsewhere.status).toBe(200)
    await end()
  })
})
