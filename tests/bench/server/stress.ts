/**
 * P34: up to 2,000 people with a socket each, held, and gone again. What was acknowledged has to be there, those who are
 * let in are answered within a second, nobody else is told anything but when to come back, and memory stays.
 */
import { percentile } from '../../kit/median.ts'
import { openLoop } from './load.ts'
import { residentOf, revisionOf, type Scene, usual } from './scene.ts'
import { listenTogether } from './sockets.ts'
import { say, tellKept, tellLoad } from './tell.ts'

const people = 2_000
/** Requests a second while they come, and of those who are left. */
const most = 1_000
const afterwards = 100

export interface Stress {
  /** Seconds until all are there, and for which they stay. */
  readonly ramp: number
  readonly hold: number
}

export async function stress(scene: Scene, { ramp, hold }: Stress): Promise<void> {
  const crowd = await listenTogether(scene.server.url, scene.tokens, people)
  const before = await revisionOf(scene)
  const memory: number[] = []
  const watching = setInterval(
    async () => memory.push(await residentOf(scene).catch(() => 0)),
    (ramp + hold) * 100,
  )
  const told = await openLoop(
    scene.port,
    people,
    (second) => Math.min(most, afterwards + ((most - afterwards) * second) / ramp),
    ramp + hold,
    usual(scene),
  )
  clearInterval(watching)
  const recovered = await secondsUntilQuick(scene)
  crowd.close()
  say('2,000 people, 1,000 requests/s', `${hold} s held`)
  tellLoad(told)
  tellKept(before, await revisionOf(scene), told)
  const resident = memory.filter((megabytes) => megabytes > 0).map((megabytes) => megabytes.toFixed(0))
  say('  memory, every tenth of the time', `${resident.join(' ')} MB`)
  say('  p95 under 150 ms again', recovered === null ? 'not within 30 s' : `after ${recovered.toFixed(0)} s`)
}

/** From the moment at which most people went. Null: not within half a minute. */
async function secondsUntilQuick(scene: Scene): Promise<number | null> {
  const from = performance.now()
  const seconds = () => (performance.now() - from) / 1_000
  while (seconds() < 30) {
    const { times } = await openLoop(scene.port, 200, () => afterwards, 1, usual(scene))
    if (percentile([...times.values()].flat(), 0.95) < 150) return seconds()
  }
  return null
}
