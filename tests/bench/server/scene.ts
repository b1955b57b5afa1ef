/** A demo's people and what they ask, and what the server says of itself: the same in every measurement. */
import { v7 as newId } from 'uuid'
import type { RunningPostgres } from '../../kit/postgres.ts'
import type { RunningServer } from '../../kit/server.ts'
import { requestOf } from './line.ts'
import type { Request } from './load.ts'

/** Those who come to one database after each other share its secret. */
export const settingsFor = (postgres: RunningPostgres | null): Record<string, string> =>
  postgres ? { DATABASE_URL: postgres.url, AUTH_SECRET: 'x'.repeat(40) } : {}

export interface Scene {
  readonly server: RunningServer
  readonly port: number
  readonly tokens: readonly string[]
  readonly stages: readonly string[]
  readonly etag: string
  readonly bytes: number
}

export const listPath = '/api/sales-stages/?page=1&page_size=20'

export async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/login/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'Stagecraft-demo-1' }),
  })
  const { access_token: token }: { access_token: string } = await answer.json()
  return token
}

export async function sceneOf(server: RunningServer): Promise<Scene> {
  const people = ['administrator', 'director', 'operations', 'director', 'administrator', 'operations']
  const tokens: string[] = []
  for (const name of people) tokens.push(await signIn(server.url, `${name}@demo.example`))
  const list = await fetch(server.url + listPath, { headers: { Authorization: `Bearer ${tokens[0]}` } })
  const text = await list.text()
  const { results }: { results: { id: string; is_closed: boolean }[] } = JSON.parse(text)
  return {
    server,
    port: Number(new URL(server.url).port),
    tokens,
    stages: results.filter((stage) => !stage.is_closed).map(({ id }) => id),
    etag: list.headers.get('ETag') ?? '',
    bytes: Buffer.byteLength(text),
  }
}

export const pick = <T>(list: readonly T[]): T => {
  const found = list[Math.floor(Math.random() * list.length)]
  if (found === undefined) throw new Error('Nothing to choose from.')
  return found
}
export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

let written = 0
export function aWrite({ tokens, stages }: Scene): Request {
  written += 1
  const headers = { ...bearer(pick(tokens)), 'Idempotency-Key': newId() }
  const body = { description: `Written for the ${written}th time.` }
  return { name: 'write', bytes: requestOf('PUT', `/api/sales-stages/${pick(stages)}/`, headers, body) }
}

/** What people do: nine of ten requests read, and of these half know an answer already. */
export function usual(scene: Scene): () => Request {
  const reads = scene.tokens.flatMap((token) =>
    [
      listPath,
      '/api/sales-processes/',
      '/api/stage-transitions/?page=1&page_size=50',
      `/api/sales-stages/${scene.stages[0]}/`,
      '/api/me',
    ].map((path): Request => ({ name: 'read', bytes: requestOf('GET', path, bearer(token)) })),
  )
  const known: Request = {
    name: 'read',
    bytes: requestOf('GET', listPath, { ...bearer(scene.tokens[0] ?? ''), 'If-None-Match': scene.etag }),
  }
  return () => (Math.random() < 0.1 ? aWrite(scene) : Math.random() < 0.2 ? known : pick(reads))
}

export async function metricOf(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(new RegExp(`^${name} ([\\d.e+]+)`, 'm').exec(text)?.[1] ?? 0)
}
export const residentOf = async ({ port }: Scene): Promise<number> =>
  (await metricOf(port, 'process_resident_memory_bytes')) / 1e6

export async function revisionOf({ server, tokens }: Scene): Promise<number> {
  const ask = () => fetch(`${server.url}/api/sales-processes/`, { headers: bearer(tokens[0] ?? '') })
  let answer = await ask()
  while (answer.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    answer = await ask()
  }
  const { results }: { results: { is_default: boolean; revision: number }[] } = await answer.json()
  return results.find((row) => row.is_default)?.revision ?? 0
}
