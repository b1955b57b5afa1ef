/**
 * Two instances on one PostgreSQL beside one: as many answers as the processors of this machine allow, which do the
 * asking, the answering and the database alike, and what an answer costs the processors of the instances. From the
 * latter follows what two give where each has a processor of its own and the database has room.
 */
import { availableParallelism } from 'node:os'
import { median } from '../kit/median.ts'
import { startPostgres } from '../kit/postgres.ts'
import { startServer } from '../kit/server.ts'
import { closedLoop, rateOf, refusals, type Told } from './server/load.ts'
import { metricOf, type Scene, sceneOf, settingsFor, usual } from './server/scene.ts'
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

async function measure({ scenes, told, rates, costs }: Group): Promise<void> {
  const before = await spentBy(scenes)
  const all = await Promise.all(
    scenes.map((scene) => closedLoop(scene.port, connections / scenes.length, 1, usual(scene))),
  )
  const spent = (await spentBy(scenes)) - before
  const answers = all.reduce((sum, one) => sum + rateOf(one) * one.seconds, 0)
  told.push(...all)
  rates.push(all.reduce((sum, one) => sum + rateOf(one), 0))
  costs.push((spent * 1e6) / answers)
}

const postgres = await startPostgres()
const first = await startServer(settingsFor(postgres))
const second = await startServer(settingsFor(postgres))
try {
  const scenes = [await sceneOf(first), await sceneOf(second)]
  const [one, two] = [groupOf(scenes.slice(0, 1)), groupOf(scenes)]
  for (let round = 0; round <= rounds; round += 1)
    for (const group of [one, two]) {
      await measure(group)
      // The first round warms up.
      if (round === 0) for (const list of [group.told, group.rates, group.costs]) list.length = 0
    }
  for (const [name, { rates, costs, told }] of Object.entries({ 'one instance': one, 'two instances': two }))
    say(name, `${rate(median(rates))}  ${median(costs).toFixed(1)} µs each  ${refusals(told)}`)
  const times = (factor: number) => `${factor.toFixed(2)} times one`
  say(
    `by rate, on ${availableParallelism()} processors for all`,
    times(median(two.rates) / median(one.rates)),
  )
  say('by processor, with one for each', times((2 * median(one.costs)) / median(two.costs)))
} finally {
  await second.stop()
  await first.stop()
  await postgres.stop()
}
console.log('budget: two instances ≥ 1.7 times one where processors allow')
