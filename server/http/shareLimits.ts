/** Instances on one database tell each other what they counted, so that nobody gets a quota from each of them. */
import { z } from 'zod'
import type { RateLimits } from './rateLimits.ts'

/** How instances hear of each other: words that come to all who listen, the one that said them too. */
export interface Wire {
  say(words: string): Promise<void>
  /** Returns how to stop. */
  hear(listener: (words: string) => void): () => void
}

const about = 'limits '
const everyMilliseconds = 1_000
const message = z.tuple([z.string(), z.array(z.tuple([z.string(), z.number(), z.number()]))])

/** @param name of this instance. Returns how to stop. */
export function shareLimits(
  limits: RateLimits,
  wire: Wire,
  given: {
    readonly name: string
    readonly clock: () => Date
    readonly report: (error: unknown, where: string) => void
  },
): () => void {
  const { name, clock, report } = given
  const stopHearing = wire.hear((words) => {
    if (!words.startsWith(about)) return
    const [from, used] = message.parse(JSON.parse(words.slice(about.length)))
    if (from !== name) limits.heard(used, clock())
  })
  const timer = setInterval(() => {
    const news = limits.news()
    if (news.length === 0) return
    wire
      .say(`${about}${JSON.stringify([name, news])}`)
      // Counted by one alone meanwhile.
      .catch((error: unknown) => report(error, 'rate limits'))
  }, everyMilliseconds)
  timer.unref()
  return () => {
    clearInterval(timer)
    stopHearing()
  }
}
