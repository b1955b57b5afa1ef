/**
 * Elimination of a large loop without filling a square: a process whose last stage leads back to its first is one
 * block of all its stages, yet nearly as thin as a line. Stages with the fewest neighbours go first.
 */
import type { BlockFactors, BlockMatrix } from './blockFactors.ts'

/** What one eliminated state left behind: its pivot, where it still led to, and how much of it others take over. */
interface Step {
  readonly state: number
  readonly pivot: number
  readonly right: readonly (readonly [column: number, share: number])[]
  readonly below: readonly (readonly [row: number, factor: number])[]
}

export function sparseFactors(matrix: BlockMatrix): BlockFactors {
  const steps = eliminate(matrix)
  const backwards = steps.toReversed()
  return {
    solve(x) {
      for (const { state, below } of steps) {
        const value = x[state] ?? 0
        for (const [row, factor] of below) x[row] = (x[row] ?? 0) + factor * value
      }
      for (const { state, pivot, right } of backwards) {
        let value = x[state] ?? 0
        for (const [column, share] of right) value += share * (x[column] ?? 0)
        x[state] = value / pivot
      }
    },
    solveTransposed(x) {
      for (const { state, pivot, right } of steps) {
        const value = (x[state] ?? 0) / pivot
        x[state] = value
        for (const [column, share] of right) x[column] = (x[column] ?? 0) + share * value
      }
      for (const { state, below } of backwards) {
        let value = x[state] ?? 0
        for (const [row, factor] of below) value += factor * (x[row] ?? 0)
        x[state] = value
      }
    },
  }
}

function eliminate({ size, rowStart, column, share, leaving }: BlockMatrix): Step[] {
  const rows = Array.from({ length: size }, () => new Map<number, number>())
  const columns = Array.from({ length: size }, () => new Set<number>())
  const exit = leaving.slice()
  const add = (row: number, to: number, amount: number) => {
    if (row === to) return
    const cells = rows[row]
    cells?.set(to, (cells.get(to) ?? 0) + amount)
    columns[to]?.add(row)
  }
  for (let i = 0; i < size; i += 1) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) add(i, column[e] ?? 0, share[e] ?? 0)
  }

  const waiting = new LeastFirst(size, (state) => (rows[state]?.size ?? 0) * (columns[state]?.size ?? 0))
  const steps: Step[] = []
  for (let state = waiting.take(); state !== undefined; state = waiting.take()) {
    const right = [...(rows[state] ?? [])]
    let pivot = exit[state] ?? 0
    for (const [, amount] of right) pivot += amount
    const below: [number, number][] = []
    for (const row of columns[state] ?? []) {
      const cells = rows[row]
      const factor = (cells?.get(state) ?? 0) / pivot
      cells?.delete(state)
      below.push([row, factor])
      exit[row] = (exit[row] ?? 0) + factor * (exit[state] ?? 0)
      for (const [to, amount] of right) add(row, to, factor * amount)
    }
    for (const [to] of right) columns[to]?.delete(state)
    steps.push({ state, pivot, right, below })
    for (const [row] of below) waiting.put(row)
    for (const [to] of right) waiting.put(to)
  }
  return steps
}

/** Costs above this are not told apart. */
const highestCost = 4_095

/** States by how much their elimination fills in, fewest first; a state may wait several times, its first turn counts. */
class LeastFirst {
  private readonly queues: number[][] = []
  private readonly done: Uint8Array
  private readonly costOf: (state: number) => number
  private lowest = 0

  constructor(size: number, costOf: (state: number) => number) {
    this.done = new Uint8Array(size)
    this.costOf = costOf
    for (let state = 0; state < size; state += 1) this.put(state)
  }

  put(state: number): void {
    if (this.done[state]) return
    const cost = Math.min(this.costOf(state), highestCost)
    const queue = this.queues[cost]
    if (queue) queue.push(state)
    else this.queues[cost] = [state]
    if (cost < this.lowest) this.lowest = cost
  }

  take(): number | undefined {
    while (this.lowest < this.queues.length) {
      const state = this.queues[this.lowest]?.pop()
      if (state === undefined) {
        this.lowest += 1
      } else if (!this.done[state] && Math.min(this.costOf(state), highestCost) === this.lowest) {
        this.done[state] = 1
        return state
      }
    }
    return undefined
  }
}
