/**
 * The exact solution of a chain, loop by loop: with Q the shares among open states and R those to closed ones,
 * visits N = (I − Q)⁻¹, outcomes N R, and the mean and variance of the time to won, to lost and to either. States
 * that cannot close (a loop without exit, a stage without moves) are set apart first, so nothing is ever infinite.
 */
import { BlockSolver } from './blockSolver.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { either, solveAlone, solveProbability, solveTimes, type TimesTo } from './timesTo.ts'
import type { TransitionMatrix } from './transitionMatrix.ts'

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
  const visits = new Float64Array(size)
  const reachable = new Uint8Array(size)
  const solver = new BlockSolver(matrix, blocks)
  const { blockStart, member } = blocks

  for (let block = 0; block < blocks.count; block += 1) {
    const first = member[blockStart[block] ?? 0] ?? 0
    if (kind[first] !== 0) {
      ;(kind[first] === 1 ? won : lost).probability[first] = 1
      continue
    }
    if (trapped[first]) continue
    if ((blockStart[block + 1] ?? 0) - (blockStart[block] ?? 0) === 1) {
      solveAlone(matrix, first, won)
      solveAlone(matrix, first, lost)
      continue
    }
    solver.enter(block)
    for (const outcome of [won, lost]) {
      solveProbability(matrix, blocks, block, solver, outcome)
      solveTimes(matrix, blocks, block, solver, outcome)
    }
  }
  const closed = either(won, lost)

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
