/** Two ways to put a server under load: so many who ask again at once, and arrivals that wait for nobody. */
import { percentile } from '../../kit/median.ts'
import { type Answer, openLine, requestOf } from './line.ts'

export interface Told {
  readonly seconds: number
  /** Answers by status; `0`: the connection broke. */
  readonly statuses: ReadonlyMap<number, number>
  /** Of 429 and 503, those that did not say when to come back. */
  readonly withoutRetryAfter: number
  /** Milliseconds of what was answered with success, by name. */
  readonly times: ReadonlyMap<string, readonly number[]>
}

export interface Request {
  readonly name: string
  readonly bytes: Buffer
}

function tally() {
  const statuses = new Map<number, number>()
  const times = new Map<string, number[]>()
  let withoutRetryAfter = 0
  const started = performance.now()
  return {
    note: (name: string, answer: Answer, milliseconds: number) => {
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if ((answer.status === 429 || answer.status === 503) && !answer.retryAfter) withoutRetryAfter += 1
      if (answer.status < 200 || answer.status >= 400) return
      const list = times.get(name) ?? []
      times.set(name, list)
      list.push(milliseconds)
    },
    told: (): Told => {
      const seconds = (performance.now() - started) / 1_000
      return { seconds, statuses, withoutRetryAfter, times }
    },
  }
}
const lost: Answer = { status: 0, retryAfter: false }
const greeting = requestOf('GET', '/healthz', {})

/** `connections` that each ask again as soon as they are answered: what a server can do at most. */
export async function closedLoop(
  port: number,
  connections: number,
  seconds: number,
  next: () => Request,
): Promise<Told> {
  const { note, told } = tally()
  const until = performance.now() + seconds * 1_000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const line = openLine(port)
      while (performance.now() < until) {
        const { name, bytes } = next()
        const from = performance.now()
        const answer = await line.ask(bytes).catch(() => lost)
        note(name, answer, performance.now() - from)
        if (answer.status === 0) break
      }
      line.close()
    }),
  )
  return told()
}

const openedAtOnce = 100

/**
 * So many people, each with a connection of their own, of whom one asks at random moments, on average `rate` times a
 * second over all of them, whatever the server does: times count from the moment at which one meant to ask, so that a
 * slow server cannot hide behind those who wait for it.
 */
export async function openLoop(
  port: number,
  people: number,
  rate: (second: number) => number,
  seconds: number,
  next: () => Request,
): Promise<Told> {
  const lines = Array.from({ length: people }, () => openLine(port))
  for (let from = 0; from < people; from += openedAtOnce) {
    const some = lines.slice(from, from + openedAtOnce)
    await Promise.all(some.map((line) => line.ask(greeting).catch(() => lost)))
  }
  const { note, told } = tally()
  const busy = new Map<number, Promise<void>>()
  const begun = performance.now()
  const arrive = (meant: number) => {
    const person = Math.floor(Math.random() * people)
    const { name, bytes } = next()
    const ask = async () => {
      const answer = await (lines[person]?.ask(bytes) ?? Promise.resolve(lost)).catch(() => lost)
      note(name, answer, performance.now() - meant)
    }
    busy.set(person, (busy.get(person) ?? Promise.resolve()).then(ask))
  }
  for (let meant = begun; meant < begun + seconds * 1_000; ) {
    const now = performance.now()
    if (meant <= now) {
      arrive(meant)
      meant += (-Math.log(1 - Math.random()) * 1_000) / rate((meant - begun) / 1_000)
    } else await new Promise((resolve) => setTimeout(resolve, Math.max(0, meant - now - 0.5)))
  }
  await Promise.all(busy.values())
  for (const line of lines) line.close()
  return told()
}

const shown = (value: number) => value.toFixed(value < 10 ? 1 : 0).padStart(6)

/** "p50 1.2  p95 3.4  p99 5.6 ms" */
export function quantiles(times: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => shown(percentile(times, share)))
  return `p50 ${p50}  p95 ${p95}  p99 ${p99} ms`
}

/** What was answered with success; a refusal is no work. */
export const rateOf = ({ times, seconds }: Told): number =>
  [...times.values()].reduce((sum, list) => sum + list.length, 0) / seconds

/** What was answered with anything but success, in words. */
export function refusals(all: readonly Told[]): string {
  const other = new Map<number, number>()
  for (const { statuses } of all)
    for (const [status, count] of statuses)
      if (status < 200 || status >= 400) other.set(status, (other.get(status) ?? 0) + count)
  if (other.size === 0) return 'no errors'
  const counted = [...other].map(([status, count]) => `${count} × ${status === 0 ? 'broken line' : status}`)
  const silent = all.reduce((sum, { withoutRetryAfter }) => sum + withoutRetryAfter, 0)
  return `${counted.join(', ')}${silent > 0 ? `, ${silent} of them without Retry-After` : ''}`
}
