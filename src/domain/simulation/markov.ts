/**
 * The exact solution of a chain, loop by loop: with Q the shares among open states and R those to closed ones,
 * visits N = (I − Q)⁻¹, outcomes N R, and the mean and variance of the time to won, to lost and to either. States
 * that cannot close (a loop without exit, a stage without moves) are set apart first, so nothing is ever infinite.
 *
 * Times condition on the outcome: a deal on its way to won takes exit j with share p_ij w_j / w_i. Variances are
 * summed about the mean (never E[T²] − E[T]²), so a process of fixed durations has a variance of exactly 0.
 */
import { BlockSolver } from './blockSolver.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import type { TransitionMatrix } from './transitionMatrix.ts'

/** Time until an outcome, by state, given that the outcome comes. 0 where it cannot come. */
export interface TimesTo {
  /** Probability of the outcome from each state. */
  readonly probability: Float64Array
  readonly mean: Float64Array
  readonly variance: Float64Array
}

export interface MarkovSolution {
  /** Expected visits per deal, of open states that can close; of closed states the probability to end there. */
  readonly visits: Float64Array
  readonly won: TimesTo
  readonly lost: TimesTo
  /** Won or lost. */
  readonly closed: TimesTo
  /** Probability that a deal enters a state from which it never closes. */
  readonly never: number
  /** 1 where a deal may come by. */
  readonly reachable: Uint8Array
  /** 1 for open states from which no closed one can be reached. */
  readonly trapped: Uint8Array
  /** Expected visits to a state of a deal that is in it now (that one included); asked for, not always computed. */
  readonly returns: (state: number) => number
}

/** O(states + moves) for a process without loops; a loop of n states adds at most O(n³). */
export function solveChain(matrix: TransitionMatrix): MarkovSolution {
  const { size, kind, rowStart, column, share, start } = matrix
  const blocks = blocksOf(matrix)
  const trapped = findTrapped(matrix, blocks)
  const outcome = (): TimesTo => ({
    probability: new Float64Array(size),
    mean: new Float64Array(size),
    variance: new Float64Array(size),
  })
  const won = outcome()
  const lost = outcome()
  const closed = outcome()
  const visits = new Float64Array(size)
  const reachable = new Uint8Array(size)
  const solver = new BlockSolver(matrix, blocks)
  const { blockStart, member } = blocks

  for (let block = 0; block < blocks.count; block += 1) {
    const first = member[blockStart[block] ?? 0] ?? 0
    if (kind[first] !== 0) {
      ;(kind[first] === 1 ? won : lost).probability[first] = 1
      closed.probability[first] = 1
      continue
    }
    if (trapped[first]) continue
    solver.enter(block)
    solveProbability(matrix, blocks, block, solver, won)
    solveProbability(matrix, blocks, block, solver, lost)
    for (let m = blockStart[block] ?? 0; m < (blockStart[block + 1] ?? 0); m += 1) {
      const i = member[m] ?? 0
      closed.probability[i] = (won.probability[i] ?? 0) + (lost.probability[i] ?? 0)
    }
    solveTimes(matrix, blocks, block, solver, won)
    solveTimes(matrix, blocks, block, solver, lost)
    solveTimes(matrix, blocks, block, solver, closed)
  }

  let never = 0
  if (start >= 0) {
    visits[start] = 1
    reachable[start] = 1
  }
  for (let block = blocks.count - 1; block >= 0; block -= 1) {
    const from = blockStart[block] ?? 0
    const to = blockStart[block + 1] ?? 0
    const first = member[from] ?? 0
    let touched = false
    for (let m = from; m < to; m += 1) touched ||= reachable[member[m] ?? 0] === 1
    if (!touched || kind[first] !== 0) continue
    for (let m = from; m < to; m += 1) reachable[member[m] ?? 0] = 1
    if (trapped[first]) {
      for (let m = from; m < to; m += 1) {
        const i = member[m] ?? 0
        never += visits[i] ?? 0
        visits[i] = 0
        for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
          if (share[e]) reachable[column[e] ?? 0] = 1
        }
      }
      continue
    }
    solver.enter(block)
    solver.solveTransposed(visits)
    for (let m = from; m < to; m += 1) {
      const i = member[m] ?? 0
      const traffic = visits[i] ?? 0
      for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
        const next = column[e] ?? 0
        if (blocks.blockOf[next] === block || !share[e]) continue
        visits[next] = (visits[next] ?? 0) + traffic * (share[e] ?? 0)
        reachable[next] = 1
      }
    }
  }
  return { visits, won, lost, closed, never, reachable, trapped, returns: (state) => solver.returns(state) }
}

/** Open states without a path to a closed one. Blocks come sinks first, so one pass suffices. */
function findTrapped({ rowStart, column, share, kind }: TransitionMatrix, blocks: Blocks): Uint8Array {
  const trapped = new Uint8Array(kind.length)
  for (let block = 0; block < blocks.count; block += 1) {
    const from = blocks.blockStart[block] ?? 0
    const to = blocks.blockStart[block + 1] ?? 0
    let closes = kind[blocks.member[from] ?? 0] !== 0
    for (let m = from; m < to && !closes; m += 1) {
      const i = blocks.member[m] ?? 0
      for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
        const next = column[e] ?? 0
        if (share[e] && blocks.blockOf[next] !== block && !trapped[next]) closes = true
      }
    }
    if (!closes) for (let m = from; m < to; m += 1) trapped[blocks.member[m] ?? 0] = 1
  }
  return trapped
}

function solveProbability(
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
function solveTimes(
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
