/** A chain's shares by row in flat arrays (compressed sparse rows): the form in which 10,000 stages solve in a millisecond. */
import type { Chain } from './chain.ts'

export interface TransitionMatrix {
  readonly size: number
  /** Entries of row i are `rowStart[i]` … `rowStart[i + 1] - 1`. */
  readonly rowStart: Int32Array
  readonly column: Int32Array
  readonly share: Float64Array
  /** Dwell of the row's state when it is left by this entry. */
  readonly mean: Float64Array
  readonly variance: Float64Array
  /** 0 open, 1 won, 2 lost. */
  readonly kind: Uint8Array
  /** Start state, or -1. */
  readonly start: number
  /** The position of each of the chain's moves among the entries; -1 for a move out of a closed state. */
  readonly entryOfMove: Int32Array
}

const kinds = { open: 0, won: 1, lost: 2 } as const

/** Moves out of closed states are left out: a closed deal stays closed. */
export function matrixOf(chain: Chain): TransitionMatrix {
  const size = chain.states.length
  const kind = new Uint8Array(size)
  for (let i = 0; i < size; i += 1) kind[i] = kinds[chain.states[i]?.kind ?? 'open']
  const rowStart = new Int32Array(size + 1)
  for (const move of chain.moves) {
    if (kind[move.from] === 0) rowStart[move.from + 1] = (rowStart[move.from + 1] ?? 0) + 1
  }
  for (let i = 0; i < size; i += 1) rowStart[i + 1] = (rowStart[i + 1] ?? 0) + (rowStart[i] ?? 0)
  const count = rowStart[size] ?? 0
  const column = new Int32Array(count)
  const share = new Float64Array(count)
  const mean = new Float64Array(count)
  const variance = new Float64Array(count)
  const entryOfMove = new Int32Array(chain.moves.length)
  const next = rowStart.slice(0, size)
  for (let index = 0; index < chain.moves.length; index += 1) {
    const move = chain.moves[index]
    if (!move) continue
    if (kind[move.from] !== 0) {
      entryOfMove[index] = -1
      continue
    }
    const entry = next[move.from] ?? 0
    next[move.from] = entry + 1
    entryOfMove[index] = entry
    const dwell = move.dwell ?? chain.states[move.from]?.dwell
    column[entry] = move.to
    share[entry] = move.share
    mean[entry] = dwell?.mean ?? 0
    variance[entry] = dwell?.variance ?? 0
  }
  return { size, rowStart, column, share, mean, variance, kind, start: chain.start ?? -1, entryOfMove }
}
