/**
 * The loops of a chain: its strongly connected components, in an order in which each one only needs those before
 * it. Most stages are a block of their own, so most of a process is solved by substitution, not by elimination.
 */
import type { TransitionMatrix } from './transitionMatrix.ts'

export interface Blocks {
  readonly count: number
  /** The block of each state. Moves lead from a block to itself or to a lower one. */
  readonly blockOf: Int32Array
  /** Members of block b are `member[blockStart[b]]` … `member[blockStart[b + 1] - 1]`. */
  readonly blockStart: Int32Array
  readonly member: Int32Array
}

/** Tarjan's algorithm on flat arrays, without recursion. Moves with share 0 lead nowhere. O(states + moves). */
export function blocksOf(matrix: TransitionMatrix): Blocks {
  const { size, rowStart, column, share } = matrix
  const blockOf = new Int32Array(size).fill(-1)
  const blockStart = new Int32Array(size + 1)
  const member = new Int32Array(size)
  const order = new Int32Array(size)
  const low = new Int32Array(size)
  const at = new Int32Array(size)
  const stack = new Int32Array(size)
  const path = new Int32Array(size)
  let stacked = 0
  let visited = 0
  let count = 0
  let placed = 0

  for (let root = 0; root < size; root += 1) {
    if (order[root] !== 0) continue
    let depth = 0
    let state = root
    let entering = true
    for (;;) {
      if (entering) {
        visited += 1
        order[state] = visited
        low[state] = visited
        at[state] = rowStart[state] ?? 0
        stack[stacked] = state
        stacked += 1
        path[depth] = state
        entering = false
      }
      const end = rowStart[state + 1] ?? 0
      let entry = at[state] ?? 0
      let lowest = low[state] ?? 0
      let child = -1
      for (; entry < end; entry += 1) {
        if (share[entry] === 0) continue
        const to = column[entry] ?? 0
        if (order[to] === 0) {
          child = to
          entry += 1
          break
        }
        if (blockOf[to] === -1) lowest = Math.min(lowest, order[to] ?? 0)
      }
      at[state] = entry
      low[state] = lowest
      if (child !== -1) {
        state = child
        depth += 1
        entering = true
        continue
      }
      if (lowest === order[state]) {
        blockStart[count] = placed
        for (;;) {
          stacked -= 1
          const last = stack[stacked] ?? 0
          blockOf[last] = count
          member[placed] = last
          placed += 1
          if (last === state) break
        }
        count += 1
      }
      depth -= 1
      if (depth < 0) break
      const parent = path[depth] ?? 0
      low[parent] = Math.min(low[parent] ?? 0, low[state] ?? 0)
      state = parent
    }
  }
  blockStart[count] = placed
  return { count, blockOf, blockStart, member }
}
