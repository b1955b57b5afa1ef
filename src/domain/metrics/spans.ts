/** How long things took, in days: middle, mean and the tenth that took longest. */

export interface Spans {
  readonly mean: number | null
  readonly median: number | null
  /** Nine of ten took no longer. */
  readonly p90: number | null
  readonly n: number
}

export function spansOf(days: readonly number[]): Spans {
  const n = days.length
  if (n === 0) return { mean: null, median: null, p90: null, n }
  const sorted = days.toSorted((a, b) => a - b)
  const mean = days.reduce((sum, one) => sum + one, 0) / n
  return { mean, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), n }
}

/** Between the two nearest, as spreadsheets do it. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}
