/**
 * The server under load, on the embedded database and on PostgreSQL: what it can do at most beside bare Node, 500 and
 * 2,000 people at their usual pace, too many at once, 2,000 who listen, a start with data, companies that grow in
 * number or flood. `npm run bench -- server` takes about five minutes; with `BENCH_LONG=1` each part holds for minutes.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { median, percentile } from '../kit/median.ts'
import { type RunningPostgres, startPostgres } from '../kit/postgres.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { anothersFlood } from './server/anothersFlood.ts'
import { growTo } from './server/companies.ts'
import { requestOf } from './server/line.ts'
import { closedLoop, openLoop, quantiles, type Request, rateOf, refusals, type Told } from './server/load.ts'
import { catchesUp, listenTogether } from './server/sockets.ts'

const long = process.env.BENCH_LONG === '1'
const say = (what: string, told: string) => console.log(`  ${what.padEnd(34)} ${told}`)
const rate = (value: number) => `${Math.round(value).toLocaleString('en').padStart(7)}/s`

interface Scene {
  readonly server: RunningServer
  readonly port: number
  readonly tokens: readonly string[]
  readonly stages: readonly string[]
  readonly etag: string
  readonly bytes: number
}

const listPath = '/api/sales-stages/?page=1&page_size=20'

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/login/`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'Stagecraft-demo-1' }),
  })
  const { access_token: token }: { access_token: string } = await answer.json()
  return token
}

async function sceneOf(server: RunningServer): Promise<Scene> {
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

const pick = <T>(list: readonly T[]): T => {
  const found = list[Math.floor(Math.random() * list.length)]
  if (found === undefined) throw new Error('Nothing to choose from.')
  return found
}
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

let written = 0
function aWrite({ tokens, stages }: Scene): Request {
  written += 1
  const headers = { ...bearer(pick(tokens)), 'Idempotency-Key': newId() }
  const body = { description: `Written for the ${written}th time.` }
  return { name: 'write', bytes: requestOf('PUT', `/api/sales-stages/${pick(stages)}/`, headers, body) }
}

/** What people do: nine of ten requests read, and of these half know an answer already. */
function usual(scene: Scene): () => Request {
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

async function metricOf(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(new RegExp(`^${name} ([\\d.e+]+)`, 'm').exec(text)?.[1] ?? 0)
}
const residentOf = async ({ port }: Scene): Promise<number> =>
  (await metricOf(port, 'process_resident_memory_bytes')) / 1e6

async function revisionOf({ server, tokens }: Scene): Promise<number> {
  const ask = () => fetch(`${server.url}/api/sales-processes/`, { headers: bearer(tokens[0] ?? '') })
  let answer = await ask()
  while (answer.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    answer = await ask()
  }
  const { results }: { results: { is_default: boolean; revision: number }[] } = await answer.json()
  return results.find((row) => row.is_default)?.revision ?? 0
}

interface Limit {
  readonly port: number
  readonly request: Request
  readonly told: Told[]
  /** Microseconds of the processor for each answer, the number that a loaded machine changes least. */
  readonly costs: number[]
}
const limitOf = (port: number, request: Request): Limit => ({ port, request, told: [], costs: [] })

/** One after the other, again and again, so that what else the machine does meets all of them alike. */
async function inTurns(limits: readonly Limit[], connections: number, rounds: number): Promise<void> {
  for (const { port, request } of limits) await closedLoop(port, connections, 1, () => request)
  for (let round = 0; round < rounds; round += 1)
    for (const { port, request, told, costs } of limits) {
      const before = await metricOf(port, 'process_cpu_seconds_total')
      const one = await closedLoop(port, connections, 1, () => request)
      const spent = (await metricOf(port, 'process_cpu_seconds_total')) - before
      told.push(one)
      costs.push((spent * 1e6) / (rateOf(one) * one.seconds))
    }
}

/** The most that one process does: the list, the list that did not change, writes; bare Node with as many bytes beside. */
async function limits(scene: Scene): Promise<void> {
  const seconds = long ? 20 : 5
  const token = bearer(scene.tokens[0] ?? '')
  const list: Request = { name: 'list', bytes: requestOf('GET', listPath, token) }
  const same: Request = {
    name: 'same',
    bytes: requestOf('GET', listPath, { ...token, 'If-None-Match': scene.etag }),
  }
  const bare = spawn(process.execPath, [join(import.meta.dirname, 'server', 'bare.ts'), String(scene.bytes)])
  const [printed] = await once(bare.stdout, 'data')
  for (const connections of [50, 500]) {
    const limit = limitOf(Number(String(printed)), list)
    const ours = { 'list of stages': limitOf(scene.port, list), 'unchanged (304)': limitOf(scene.port, same) }
    await inTurns([limit, ...Object.values(ours)], connections, seconds)
    const rateOfAll = ({ told }: Limit) => median(told.map(rateOf))
    const costOf = ({ costs }: Limit) => median(costs)
    const percent = (share: number) => `${String(Math.round(100 * share)).padStart(3)} %`
    const cost = (one: Limit) => `${costOf(one).toFixed(1).padStart(5)} µs each`
    say(`bare Node, ${connections} connections`, `${rate(rateOfAll(limit))}  ${cost(limit)}`)
    for (const [name, one] of Object.entries(ours))
      say(
        name,
        `${rate(rateOfAll(one))}  ${cost(one)}  of bare ${percent(rateOfAll(one) / rateOfAll(limit))} by rate, ${percent(costOf(limit) / costOf(one))} by processor  ${refusals(one.told)}`,
      )
  }
  bare.kill()
  const before = await metricOf(scene.port, 'process_cpu_seconds_total')
  const writes = await closedLoop(scene.port, 20, seconds, () => aWrite(scene))
  const spent = (await metricOf(scene.port, 'process_cpu_seconds_total')) - before
  const times = writes.times.get('write') ?? []
  say(
    'writes, 20 connections',
    `${rate(rateOf(writes))}  ${((spent * 1e3) / times.length).toFixed(1)} ms each  ${quantiles(times)}  ${refusals([writes])}`,
  )
}

function tellLoad(told: Told): void {
  for (const name of ['read', 'write'])
    say(`  ${name}s`, `${quantiles(told.times.get(name) ?? [])} of ${told.times.get(name)?.length ?? 0}`)
  say('  refused', refusals([told]))
}

/** P33: 500 people, each with a socket, one request in two seconds. */
async function fiveHundred(scene: Scene): Promise<void> {
  const crowd = await listenTogether(scene.server.url, scene.tokens, 500)
  const told = await openLoop(scene.port, 500, () => 250, long ? 600 : 8, usual(scene))
  say('500 people, 250 requests/s', `${(await residentOf(scene)).toFixed(0)} MB resident`)
  tellLoad(told)
  crowd.close()
}

/** P34: up to 2,000 people, held, and gone again. What was acknowledged has to be there. */
async function twoThousand(scene: Scene): Promise<void> {
  const crowd = await listenTogether(scene.server.url, scene.tokens, 2_000)
  const before = await revisionOf(scene)
  const [ramp, hold] = long ? [30, 300] : [3, 8]
  const told = await openLoop(
    scene.port,
    2_000,
    (second) => Math.min(1_000, 100 + (900 * second) / ramp),
    ramp + hold,
    usual(scene),
  )
  say('2,000 people, 1,000 requests/s', `${(await residentOf(scene)).toFixed(0)} MB resident`)
  tellLoad(told)
  crowd.close()
  tellKept(before, await revisionOf(scene), told)
}

function tellKept(before: number, after: number, told: Told): void {
  const acknowledged = told.times.get('write')?.length ?? 0
  const kept = after - before
  say('  acknowledged writes', `${acknowledged}, of which ${Math.max(0, acknowledged - kept)} were lost`)
}

/** More than any machine of this size can do, all at once; and how soon it is itself again. */
async function tooMany(scene: Scene): Promise<void> {
  const before = await revisionOf(scene)
  const flood = await closedLoop(scene.port, 2_000, long ? 60 : 5, usual(scene))
  say('2,000 requests always in flight', `${rate(rateOf(flood))}, ${(await residentOf(scene)).toFixed(0)} MB`)
  tellLoad(flood)
  tellKept(before, await revisionOf(scene), flood)
  const after = await openLoop(scene.port, 200, () => 100, 3, usual(scene))
  say('  right afterwards, 100/s', `${quantiles(after.times.get('read') ?? [])}  ${refusals([after])}`)
}

/** One event to 2,000 sockets: from the moment its write is sent, and after its answer. */
async function broadcast(scene: Scene): Promise<void> {
  const empty = await residentOf(scene)
  const crowd = await listenTogether(scene.server.url, scene.tokens, 2_000)
  const full = await residentOf(scene)
  crowd.watch()
  const times: number[] = []
  for (let round = 0; round < (long ? 100 : 15); round += 1) {
    const op = newId()
    const answer = await fetch(`${scene.server.url}/api/sales-stages/${pick(scene.stages)}/`, {
      method: 'PUT',
      headers: {
        ...bearer(scene.tokens[0] ?? ''),
        'Idempotency-Key': op,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ description: `Told to all for the ${round}th time.` }),
    })
    const committed = performance.now()
    if (!answer.ok) throw new Error(`A write was answered ${answer.status}.`)
    while (crowd.arrivals(op).length < crowd.size) await new Promise((resolve) => setTimeout(resolve, 5))
    times.push(...crowd.arrivals(op).map((time) => Math.max(0, time - committed)))
  }
  say('one event to 2,000 sockets', `${quantiles(times)} after the answer`)
  say('  memory', `${(((full - empty) * 1_000) / crowd.size).toFixed(1)} kB a socket`)
  crowd.close()
}

/** P16: who comes back to a thousand events that were missed. */
async function catchUp({ server, tokens }: Scene): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 10; round += 1) times.push(await catchesUp(server.url, tokens[0] ?? '', 1_000))
  say('1,000 missed events', quantiles(times))
}

/** Those who come to one database after each other share its secret. */
const settingsFor = (postgres: RunningPostgres | null): Record<string, string> =>
  postgres ? { DATABASE_URL: postgres.url, AUTH_SECRET: 'x'.repeat(40) } : {}

/** P25: a company's own people while another asks for more than it may. */
async function besideAFlood(postgres: RunningPostgres | null): Promise<void> {
  const env = settingsFor(postgres)
  const rounds = await anothersFlood(env, signIn, { rounds: 3, seconds: long ? 20 : 5, path: listPath })
  for (const { quiet, flooded } of rounds) {
    const [before, under] = [quiet, flooded].map(({ times }) => percentile(times.get('read') ?? [], 0.95))
    const told = (value = 0) => value.toFixed(1)
    say(
      'while another company floods',
      `p95 ${told(before)} -> ${told(under)} ms, quiet -> flooded  ${refusals([quiet, flooded])}`,
    )
  }
}

async function startAgain({ server }: Scene): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    await server.pause()
    const from = performance.now()
    await server.resume()
    times.push(performance.now() - from)
  }
  say('start to /readyz, with data', `${percentile(times, 0.5).toFixed(0)} ms`)
}

/** The same reads and writes of one company while others come to the installation. */
async function amongOthers(scene: Scene, postgres: RunningPostgres): Promise<void> {
  for (const companies of long ? [10, 1_000, 100_000] : [10, 1_000]) {
    await growTo(postgres.url, companies)
    const list: Request = { name: 'list', bytes: requestOf('GET', listPath, bearer(scene.tokens[0] ?? '')) }
    const reads = await closedLoop(scene.port, 10, 2, () => list)
    const writes = await closedLoop(scene.port, 5, 2, () => aWrite(scene))
    say(
      `among ${companies.toLocaleString('en')} companies`,
      `reads ${rate(rateOf(reads))}, writes ${rate(rateOf(writes))}`,
    )
  }
}

for (const kind of ['PGlite', 'PostgreSQL'] as const) {
  console.log(kind)
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : null
  const server = await startServer(settingsFor(postgres))
  try {
    const scene = await sceneOf(server)
    await limits(scene)
    await fiveHundred(scene)
    await twoThousand(scene)
    await tooMany(scene)
    await broadcast(scene)
    await catchUp(scene)
    if (postgres) await amongOthers(scene, postgres)
    await startAgain(scene)
    await server.stop()
    await besideAFlood(postgres)
  } finally {
    await server.stop()
    await postgres?.stop()
  }
}
console.log(
  'budget: list ≥ 50 % and 304 ≥ 60 % of bare Node; 500 people p95 < 25 ms; 2,000 sockets p95 < 50 ms',
)
console.log('        1,000 missed events ≤ 2,000 ms; p95 of others < 20 % longer under a flood')
