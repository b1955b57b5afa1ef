/** How stays in a stage vary, as people read it: when half have left, when nine of ten, and the curve to draw. */
import type { DurationDistribution } from '../process/stage.ts'
import { cutAt, momentsOf } from './dwell.ts'

export interface Spread {
  /** Days by which half of the deals have left. */
  readonly median: number
  /** Days by which nine of ten have left. */
  readonly nineOfTen: number
  /** Days at the right end of the curve: all but one in fifty have left. */
  readonly end: number
  /** Shares of deals that leave in equal spans from day 0 to `end`; they sum up to 0.98 or more. */
  readonly shares: readonly number[]
}

/** Share of deals (0…1) that stay longer than so many days. */
export const shareAfter = (distribution: DurationDistribution, days: number): number =>
  cutAt(distribution, Math.max(0, days)).timedOut

/** Null where no deal stays at all: there is nothing to draw. */
export function spreadOf(distribution: DurationDistribution, spans = 48): Spread | null {
  const last = quantile(distribution, 0.98)
  if (!(last > 0) || !Number.isFinite(last)) return null
  const end = last * 1.05
  const left = (days: number) => 1 - shareAfter(distribution, days)
  const shares = Array.from({ length: spans }, (_, span) => {
    const [from, to] = [(end * span) / spans, (end * (span + 1)) / spans]
    return Math.max(0, left(to) - (span === 0 ? 0 : left(from)))
  })
  return { median: quantile(distribution, 0.5), nineOfTen: quantile(distribution, 0.9), end, shares }
}

/** The first day by which the share has left, by halving the span until it is a thousandth of the day. */
function quantile(distribution: DurationDistribution, share: number): number {
  const left = (days: number) => 1 - shareAfter(distribution, days) >= share - 1e-9
  if (left(0)) return 0
  let high = Math.max(1, momentsOf(distribution).mean)
  for (let doubled = 0; !left(high) && doubled < 60; doubled += 1) high *= 2
  let low = 0
  while (high - low > Math.max(1e-3, high * 1e-6)) {
    const middle = (low + high) / 2
    if (left(middle)) high = middle
    else low = middle
  }
  return high
}
