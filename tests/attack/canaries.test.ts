/**
 * P18: secrets stay where they belong. Tokens and passwords that were really used, and some put where they do not
 * belong (addresses, ids, broken requests), are looked for in everything the server said, logged and stored.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type RunningServer, startServer } from '../kit/server.ts'

const password = 'Stagecraft-demo-1'
const wrongPassword = 'canary-guess-7f3a91'
const data = mkdtempSync(join(tmpdir(), 'stagecraft-canaries-'))
const outbox = join(data, 'mail')
const secret = 'canary-master-secret-0123456789abcdef'

let server: RunningServer
let logged: string
let said: string
const canaries: Record<string, string> = { 'a wrong password': wrongPassword, 'the master secret': secret }

beforeAll(async () => {
  server = await startServer({ DATA_DIR: data, LOG_LEVEL: 'trace', AUTH_SECRET: secret })
  const answers: string[] = []
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${server.url}${path}`, init)
    answers.push([...response.headers].filter(([name]) => name !== 'set-cookie').join('\n'))
    answers.push(await response.clone().text())
    return response
  }
  const json = { 'Content-Type': 'application/json' }
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })

  const signedIn = await fetch(`${server.url}/api/auth/login/`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'director@demo.example', password }),
  })
  const { access_token: access }: { access_token: string } = await signedIn.json()
  const cookie = (signedIn.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  canaries['the access token'] = access
  canaries['its signature'] = access.split('.')[2] ?? ''
  canaries['the refresh token'] = cookie.split('=')[1] ?? ''

  const bearer = { Authorization: `Bearer ${access}` }
  await ask('/api/me', { headers: { ...bearer, Cookie: cookie } })
  await post('/api/auth/login/', { email: 'director@demo.example', password: wrongPassword })
  await post('/api/auth/login/', { email: 'director@demo.example', password: wrongPassword, surplus: 1 })
  await ask(`/api/me?access_token=${access}`, { headers: bearer })
  await ask(`/api/sales-stages/?search=${access.slice(0, 150)}`)
  await ask('/api/me', { headers: { Authorization: `Bearer ${access}x` } })
  await ask('/api/me', { headers: { Authorization: `Basic ${access}` } })
  await post('/api/auth/refresh/', {}, { Cookie: `${cookie}x` })
  await post('/api/auth/refresh/', {}, { Cookie: cookie, Origin: 'https://evil.example' })
  await post(
    '/api/sales-stages/',
    { stage_name: 'A' },
    { ...bearer, Cookie: cookie, 'Idempotency-Key': 'canary' },
  )
  // Told this once to whom they are for, and then nowhere.
  const told = async (path: string, body: object, who: string): Promise<Record<string, string>> => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { ...json, Authorization: `Bearer ${who}` },
      body: JSON.stringify(body),
    })
    return response.json()
  }
  const { secret: factor = '' } = await told('/api/me/second-factor/', { password }, access)
  canaries['the key of a second factor'] = factor
  await post('/api/me/second-factor/confirm/', { code: '000000' }, bearer)
  await ask('/api/me/second-factor/', { headers: bearer })
  const administrator = await fetch(`${server.url}/api/auth/login/`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'administrator@demo.example', password }),
  })
  const { access_token: keys }: { access_token: string } = await administrator.json()
  const invited = { email: 'canary@new.example', role: 'auditor' }
  const { token: link = '' } = await told('/api/members/', invited, keys)
  canaries['the link of an invitation'] = link
  await ask('/api/invitations/', { headers: { Authorization: `Bearer ${keys}` } })
  await ask('/api/audit/', { headers: { Authorization: `Bearer ${keys}` } })
  await post('/api/auth/invitation/', { token: link })
  await post('/api/auth/join/', { token: link, display_name: 'C', password: wrongPassword.slice(0, 5) })

  await post('/api/auth/forgotten-password/', { email: 'director@demo.example' })
  const mails = () => (existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml')) : [])
  await vi.waitFor(() => expect(mails()).toHaveLength(2), { timeout: 20_000, interval: 100 })
  // A mail is wrapped on its way: `=` at the end of a line goes on in the next.
  const textOf = (name: string) => readFileSync(join(outbox, name), 'utf8').replaceAll(/=\r?\n/g, '')
  const links = mails().map((name) => /#([\w-]{43})$/m.exec(textOf(name))?.[1])
  for (const [index, mailed = ''] of links.entries()) canaries[`the link in mail ${index + 1}`] = mailed
  for (const token of links) {
    await post('/api/auth/invitation/', { token })
    await post('/api/auth/new-password/', { token, password: wrongPassword.slice(0, 5) })
  }
  await ask('/api/mail/', { headers: { Authorization: `Bearer ${keys}` } })

  const rotated = await fetch(`${server.url}/api/auth/refresh/`, {
    method: 'POST',
    headers: { ...json, Cookie: cookie },
    body: '{}',
  })
  const next = (rotated.headers.get('Set-Cookie') ?? '').split(';')[0]?.split('=')[1] ?? ''
  canaries['the next refresh token'] = next
  expect(await server.pause()).toBe(0)
  logged = server.printed()
  // The demo's password is printed on purpose.
  said = answers.join('\n')
})
afterAll(async () => {
  await server?.stop()
  rmSync(data, { recursive: true, force: true })
})

/** But the mails themselves: they are where they were sent. */
const stored = (): string =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath !== outbox)
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

const found = (where: string): string[] =>
  Object.entries(canaries)
    .filter(([, canary]) => canary === '' || where.includes(canary))
    .map(([name]) => name)

describe('secrets', () => {
  it('are really looked for', () => {
    expect(Object.values(canaries).every((canary) => canary.length >= 19)).toBe(true)
    expect(found(`… ${canaries['the refresh token']} …`)).toEqual(['the refresh token'])
    expect(logged).toContain('Stagecraft is ready')
    expect(said).toContain('VALIDATION_FAILED')
  })

  it('are in no answer but the one they are for', () => expect(found(said)).toEqual([]))

  it('are in no line of the log, not even at its most talkative', () => expect(found(logged)).toEqual([]))

  it('are in no file of the installation', () => {
    const files = stored()
    expect(files).toContain('director@demo.example')
    expect(found(files)).toEqual([])
  })
})
