/** How long things took, in days: middle, mean and the tenth that took longest, with how far they may be from the truth. */
import { normal95 } from './rate.ts'

export interface Spans {
  /** Null where nothing was observed; its interval from two on. */
  readonly mean: number | null
  /** Student's interval at 95 %, not below 0. */
  readonly meanLow: number | null
  readonly meanHigh: number | null
  readonly median: number | null
  /** From one observed time to another, so that the median lies within at 95 % or more; fewer than six cannot say. */
  readonly medianLow: number | null
  readonly medianHigh: number | null
  /** Nine of ten took no longer. */
  readonly p90: number | null
  readonly n: number
}

export function spansOf(days: readonly number[]): Spans {
  const n = days.length
  const sorted = days.toSorted((a, b) => a - b)
  const mean = n === 0 ? null : days.reduce((sum, one) => sum + one, 0) / n
  const reach = mean === null || n === 1 ? null : reachOf(days, mean)
  const outer = n === 0 ? 0 : outerRank(n)
  return {
    mean,
    meanLow: mean === null || reach === null ? null : Math.max(0, mean - reach),
    meanHigh: mean === null || reach === null ? null : mean + reach,
    median: quantile(sorted, 0.5),
    medianLow: outer === 0 ? null : (sorted[outer - 1] ?? null),
    medianHigh: outer === 0 ? null : (sorted[n - outer] ?? null),
    p90: quantile(sorted, 0.9),
    n,
  }
}

/** Between the two nearest, as spreadsheets do it. */
function quantile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)]
  if (below === undefined) return null
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at - Math.floor(at))
}

function reachOf(days: readonly number[], mean: number): number {
  const n = days.length
  const variance = days.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1)
  return student95(n - 1) * Math.sqrt(variance / n)
}

/** Two-sided 95 % of Student's distribution; from three degrees on by Abramowitz and Stegun 26.7.5, to 1 %. */
function student95(freedom: number): number {
  if (freedom === 1) return 12.706205
  if (freedom === 2) return 4.302653
  const z = normal95
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  )
}

/**
 * The rank, from either end, of the times between which the median lies at 95 % or more; 0 where there are too few.
 * Each time is below the median as often as a coin falls heads, so the ranks are the coin's (Conover, ch. 3.2). In
 * logarithms: a thousand coins that all fall heads are less than a number can hold.
 */
function outerRank(n: number): number {
  let logOfOne = -n * Math.LN2
  let sum = Math.exp(logOfOne)
  let rank = 0
  while (sum <= 0.025) {
    rank += 1
    logOfOne += Math.log((n - rank + 1) / rank)
    sum += Math.exp(logOfOne)
  }
  return rank
}
