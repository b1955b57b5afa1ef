/** A backend to hold to the contract: where it is, how it is asked, and who can sign in. */
import { eventSocketPath } from '../../src/contract/events.ts'
import { whatItIs } from '../../src/data/api/backends/pick.ts'
import { createClient } from '../../src/data/api/client.ts'
import { type RunningPostgres, startPostgres } from '../kit/postgres.ts'
import { startServer } from '../kit/server.ts'
import { patient } from './patience.ts'

/** The roles that the suite acts in, and somebody of a second company. */
export const actors = [
  'administrator',
  'director',
  'operations',
  'manager',
  'representative',
  'stranger',
] as const
export type ActorName = (typeof actors)[number]

export interface Credentials {
  readonly email: string
  readonly password: string
}

export interface RunningBase {
  readonly url: string
  readonly fetch: (request: Request) => Promise<Response>
  /** Who can sign in; absent ones are not tried. */
  readonly people: Readonly<Partial<Record<ActorName, Credentials | { readonly token: string }>>>
  /** Whether answers set cookies that come back: not inside a page. */
  readonly cookies: boolean
  /** Opens a line to the live events: a WebSocket, or what stands for one inside a page. */
  listen(heard: (text: string) => void, closed: (code: number) => void): Promise<Line>
  stop(): Promise<unknown>
}

export interface Line {
  say(text: string): void
  hangUp(): void
}

/** What a backend is by the doors it has. The whole contract contains both of the others. */
export type Tier = 'full' | 'blueprint' | 'tenant-settings'

export const promises = (tier: Tier, needed: Tier = 'full'): boolean => tier === 'full' || tier === needed

export interface Base {
  readonly name: string
  readonly tier: Tier
  /** Whether what it does not promise is tried as well, to be told. */
  readonly triesAll: boolean
  start(): Promise<RunningBase>
}

const password = 'Stagecraft-demo-1'
const demoPeople: RunningBase['people'] = {
  administrator: { email: 'administrator@demo.example', password },
  director: { email: 'director@demo.example', password },
  operations: { email: 'operations@demo.example', password },
  manager: { email: 'manager@demo.example', password },
  representative: { email: 'representative@demo.example', password },
  stranger: { email: 'administrator@other.example', password },
}

const overHttp = (url: string, people: RunningBase['people'], stop: () => Promise<unknown>): RunningBase => ({
  url,
  fetch: (request) => fetch(request),
  people,
  cookies: true,
  listen: (heard, closed) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${eventSocketPath}`)
      socket.addEventListener('message', ({ data }) => heard(String(data)))
      socket.addEventListener('close', ({ code }) => closed(code))
      socket.addEventListener('error', () => reject(new Error('The socket does not open.')))
      socket.addEventListener('open', () =>
        resolve({ say: (text) => socket.send(text), hangUp: () => socket.close() }),
      )
    }),
  stop,
})

const inPage: Base = {
  name: 'in the page',
  tier: 'full',
  triesAll: true,
  async start() {
    const { createPageBackend } = await import('../../mocks/pageBackend.ts')
    const backend = await createPageBackend()
    return {
      url: 'http://stagecraft.test',
      fetch: (request) => backend.fetch(request),
      people: demoPeople,
      cookies: false,
      listen: async (heard, closed) => {
        const line = backend.connect({ send: heard, close: closed, buffered: () => 0 })
        return { say: (text) => line.receive(text), hangUp: () => line.closed() }
      },
      stop: () => backend.close(),
    }
  },
}

const onPglite: Base = {
  name: 'PGlite on disk',
  tier: 'full',
  triesAll: true,
  async start() {
    const server = await startServer({ PORT: process.env.CONFORMANCE_PORT ?? '4451' })
    return overHttp(server.url, demoPeople, () => server.stop())
  },
}

const onPostgres: Base = {
  name: 'PostgreSQL',
  tier: 'full',
  triesAll: true,
  async start() {
    const postgres: RunningPostgres = await startPostgres()
    const server = await startServer({
      PORT: process.env.CONFORMANCE_PORT ?? '4452',
      DATABASE_URL: postgres.url,
    })
    return overHttp(server.url, demoPeople, async () => {
      await server.stop()
      await postgres.stop()
    })
  },
}

/** Ours with all but a few doors closed. */
const lesser = (profile: Exclude<Tier, 'full'>): Base => ({
  name: profile,
  tier: profile,
  triesAll: false,
  async start() {
    const [whole, { withProfile }] = await Promise.all([
      inPage.start(),
      import('../../server/profiles/profile.ts'),
    ])
    return { ...whole, fetch: withProfile(whole, profile).fetch }
  },
})

function waitsLonger(seconds: number): Promise<void> {
  process.stdout.write(`  The backend asks to wait ${seconds} seconds.\n`)
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}

/** Any other team's backend: `npm run conformance -- --url URL --token TOKEN`. */
async function given(url: string, token: string | undefined): Promise<Base> {
  const asked = { baseUrl: url, getToken: () => token ?? null }
  const kind = await whatItIs(createClient(asked))
  if (kind === null)
    throw new Error(
      `Nothing at ${url} answers as a backend: no /api/capabilities, /api/sales-stages/ or /api/settings.`,
    )
  return {
    name: url,
    tier: kind === 'native' ? 'full' : kind,
    triesAll: true,
    start: async () => {
      const people = token === undefined ? demoPeople : { administrator: { token } }
      const base = overHttp(url, people, async () => {})
      return { ...base, fetch: patient(base.fetch, waitsLonger) }
    },
  }
}

export const bases: readonly Base[] = process.env.CONFORMANCE_URL
  ? [await given(process.env.CONFORMANCE_URL.replace(/\/$/, ''), process.env.CONFORMANCE_TOKEN)]
  : [inPage, onPglite, onPostgres, lesser('blueprint'), lesser('tenant-settings')]
