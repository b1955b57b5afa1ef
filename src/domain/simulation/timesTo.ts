/**
 * The time to an outcome, given that it comes: a deal on its way to won takes exit j with share p_ij w_j / w_i.
 * Variances are summed about the mean (never E[T²] − E[T]²), so a process of fixed durations has one of 0.
 */
import type { BlockSolver } from './blockSolver.ts'
import type { Blocks } from './blocks.ts'
import type { TransitionMatrix } from './transitionMatrix.ts'

/** Time until an outcome, by state, given that the outcome comes. 0 where it cannot come. */
export interface TimesTo {
  /** Probability of the outcome from each state. */
  readonly probability: Float64Array
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** A stage that is no part of a loop, but perhaps one of its own: two sums over its exits. */
export function solveAlone(
  { rowStart, column, share, mean: dwell, variance: spread }: TransitionMatrix,
  state: number,
  { probability, mean, variance }: TimesTo,
): void {
  const from = rowStart[state] ?? 0
  const to = rowStart[state + 1] ?? 0
  let leaving = 0
  let outcome = 0
  let days = 0
  let again = 0
  for (let e = from; e < to; e += 1) {
    const next = column[e] ?? 0
    const part = share[e] ?? 0
    if (next === state) {
      again += part * (dwell[e] ?? 0)
      continue
    }
    leaving += part
    const reaching = part * (probability[next] ?? 0)
    outcome += reaching
    days += reaching * ((dwell[e] ?? 0) + (mean[next] ?? 0))
  }
  if (outcome === 0) return
  const average = days / outcome + again / leaving
  let squares = 0
  let around = 0
  for (let e = from; e < to; e += 1) {
    const next = column[e] ?? 0
    const part = share[e] ?? 0
    if (next === state) {
      around += part * ((spread[e] ?? 0) + (dwell[e] ?? 0) ** 2)
      continue
    }
    const apart = (dwell[e] ?? 0) + (mean[next] ?? 0) - average
    squares += part * (probability[next] ?? 0) * ((spread[e] ?? 0) + apart * apart + (variance[next] ?? 0))
  }
  probability[state] = outcome / leaving
  mean[state] = average
  variance[state] = squares / outcome + around / leaving
}

/** Won or lost: the mixture of the two. */
export function either(a: TimesTo, b: TimesTo): TimesTo {
  const size = a.probability.length
  const probability = new Float64Array(size)
  const mean = new Float64Array(size)
  const variance = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    const [pa, pb] = [a.probability[i] ?? 0, b.probability[i] ?? 0]
    const total = pa + pb
    if (total === 0) continue
    const [ma, mb] = [a.mean[i] ?? 0, b.mean[i] ?? 0]
    const average = (pa * ma + pb * mb) / total
    probability[i] = total
    mean[i] = average
    variance[i] =
      (pa * ((a.variance[i] ?? 0) + (ma - average) ** 2) +
        pb * ((b.variance[i] ?? 0) + (mb - average) ** 2)) /
      total
  }
  return { probability, mean, variance }
}

export function solveProbability(
  { rowStart, column, share }: TransitionMatrix,
  { blockOf, blockStart, member }: Blocks,
  block: number,
  solver: BlockSolver,
  { probability }: TimesTo,
): void {
  for (let m = blockStart[block] ?? 0; m < (blockStart[block + 1] ?? 0); m += 1) {
    const i = member[m] ?? 0
    let sum = 0
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
      const next = column[e] ?? 0
      if (blockOf[next] !== block) sum += (share[e] ?? 0) * (probability[next] ?? 0)
    }
    probability[i] = sum
  }
  solver.solve(probability)
}

/** Mean and variance of the time to an outcome: both are solved multiplied by its probability, then divided. */
export function solveTimes(
  { rowStart, column, share, mean: dwell, variance: spread }: TransitionMatrix,
  { blockOf, blockStart, member }: Blocks,
  block: number,
  solver: BlockSolver,
  { probability, mean, variance }: TimesTo,
): void {
  const from = blockStart[block] ?? 0
  const to = blockStart[block + 1] ?? 0
  for (let m = from; m < to; m += 1) {
    const i = member[m] ?? 0
    let sum = 0
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
      const next = column[e] ?? 0
      const beyond = blockOf[next] === block ? 0 : (mean[next] ?? 0)
      sum += (share[e] ?? 0) * (probability[next] ?? 0) * ((dwell[e] ?? 0) + beyond)
    }
    mean[i] = sum
  }
  solver.solve(mean)
  divide(mean, probability, member, from, to)
  for (let m = from; m < to; m += 1) {
    const i = member[m] ?? 0
    let sum = 0
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
      const next = column[e] ?? 0
      const beyond = blockOf[next] === block ? 0 : (variance[next] ?? 0)
      const apart = (dwell[e] ?? 0) + (mean[next] ?? 0) - (mean[i] ?? 0)
      sum += (share[e] ?? 0) * (probability[next] ?? 0) * ((spread[e] ?? 0) + apart * apart + beyond)
    }
    variance[i] = sum
  }
  solver.solve(variance)
  divide(variance, probability, member, from, to)
}

function divide(values: Float64Array, by: Float64Array, member: Int32Array, from: number, to: number): void {
  for (let m = from; m < to; m += 1) {
    const i = member[m] ?? 0
    const probability = by[i] ?? 0
    values[i] = probability > 0 ? (values[i] ?? 0) / probability : 0
  }
}
