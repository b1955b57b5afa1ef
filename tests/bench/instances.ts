/**
 * Two instances on one PostgreSQL beside one: as many answers as the processors of this machine allow, which do the
 * asking, the answering and the database alike, and what an answer costs the processors of the instances. From the
 * latter follows what two give where each has a processor of its own and the database has room. All people are of one
 * company: what one instance writes, the other has to read anew.
 */
import { availableParallelism } from 'node:os'
import { median } from '../kit/median.ts'
import { startPostgres } from '../kit/postgres.ts'
import { startServer } from '../kit/server.ts'
import { requestOf } from './server/line.ts'
import { closedLoop, type Request, rateOf, refusals, type Told } from './server/load.ts'
import { bearer, listPath, metricOf, type Scene, sceneOf, settingsFor, usual } from './server/scene.ts'
import { rate, say } from './server/tell.ts'

const connections = 50
const rounds = process.env.BENCH_LONG === '1' ? 30 : 8

interface Group {
  readonly scenes: readonly Scene[]
  readonly told: Told[]
  readonly rates: number[]
  /** Microseconds of the instances' processors for each answer. */
  readonly costs: number[]
}
const groupOf = (scenes: readonly Scene[]): Group => ({ scenes, told: [], rates: [], costs: [] })

const spentBy = async (scenes: readonly Scene[]): Promise<number> => {
  const all = await Promise.all(scenes.map(({ port }) => metricOf(port, 'process_cpu_seconds_total')))
  return all.reduce((sum, seconds) => sum + seconds, 0)
}

type Asks = (scene: Scene) => () => Request
const list: Asks = ({ tokens }) => {
  const request = { name: 'read', bytes: requestOf('GET', listPath, bearer(tokens[0] ?? '')) }
  return () => request
}

async function measure({ scenes, told, rates, costs }: Group, asks: Asks): Promise<void> {
  const before = await spentBy(scenes)
  const all = await Promise.all(
    scenes.map((scene) => closedLoop(scene.port, connections / scenes.length, 1, asks(scene))),
  )
  const spent = (await spentBy(scenes)) - before
  const answers = all.reduce((sum, one) => sum + rateOf(one) * one.seconds, 0)
  told.push(...all)
  rates.push(all.reduce((sum, one) => sum + rateOf(one), 0))
  costs.push((spent * 1e6) / answers)
}

async function compare(what: string, asks: Asks, scenes: readonly Scene[]): Promise<void> {
  const [one, two] = [groupOf(scenes.slice(0, 1)), groupOf(scenes)]
  for (let round = 0; round <= rounds; round += 1)
    for (const group of [one, two]) {
      await measure(group, asks)
      // The first round warms up.
      if (round === 0) for (const all of [group.told, group.rates, group.costs]) all.length = 0
    }
  console.log(what)
  for (const [name, { rates, costs, told }] of Object.entries({ 'one instance': one, 'two instances': two }))
    say(name, `${rate(median(rates))}  ${median(costs).toFixed(1)} µs each  ${refusals(told)}`)
  const times = (factor: number) => `${factor.toFixed(2)} times one`
  say(
    `by rate, on ${availableParallelism()} processors for all`,
    times(median(two.rates) / median(one.rates)),
  )
  say('by processor, with one for each', times((2 * median(one.costs)) / median(two.costs)))
}

const postgres = await startPostgres()
const first = await startServer(settingsFor(postgres))
const second = await startServer(settingsFor(postgres))
try {
  const scenes = [await sceneOf(first), await sceneOf(second)]
  await compare('lists read', list, scenes)
  await compare('one of ten writes', usual, scenes)
} finally {
  await second.stop()
  await first.stop()
  await postgres.stop()
}
console.log('budget: two instances ≥ 1.7 times one where processors allow')
