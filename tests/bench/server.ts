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
import { startServer } from '../kit/server.ts'
import { anothersFlood } from './server/anothersFlood.ts'
import { growTo } from './server/companies.ts'
import { requestOf } from './server/line.ts'
import { closedLoop, openLoop, quantiles, type Request, rateOf, refusals, type Told } from './server/load.ts'
import {
  aWrite,
  bearer,
  listPath,
  metricOf,
  pick,
  residentOf,
  revisionOf,
  type Scene,
  sceneOf,
  settingsFor,
  signIn,
  usual,
} from './server/scene.ts'
import { catchesUp, listenTogether } from './server/sockets.ts'
import { stress } from './server/stress.ts'
import { rate, say, tellKept, tellLoad } from './server/tell.ts'

const long = process.env.BENCH_LONG === '1'
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

/** P33: 500 people, each with a socket, one request in two seconds. */
async function fiveHundred(scene: Scene): Promise<void> {
  const crowd = await listenTogether(scene.server.url, scene.tokens, 500)
  const told = await openLoop(scene.port, 500, () => 250, long ? 600 : 8, usual(scene))
  say('500 people, 250 requests/s', `${(await residentOf(scene)).toFixed(0)} MB resident`)
  tellLoad(told)
  crowd.close()
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
    await stress(scene, long ? { ramp: 30, hold: 300 } : { ramp: 3, hold: 8 })
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
