/**
 * A loop's part of I − Q, and its factors, solved in place for as many right-hand sides as are asked for. Both ways
 * of elimination (dense, sparse) go after Grassmann, Taksar and Heyman: a pivot is summed from what leaves the state,
 * never got by subtraction, so a loop that deals leave once in a million rounds is as exact as any other. Pivots need
 * not be searched: I − Q is diagonally dominant by rows.
 */

/** By rows, without diagonal; several entries may name the same column, they add up. */
export interface BlockMatrix {
  readonly size: number
  readonly rowStart: Int32Array
  readonly column: Int32Array
  readonly share: Float64Array
  /** Share of each state that leaves the block. */
  readonly leaving: Float64Array
}

export interface BlockFactors {
  /** x := (I − Q)⁻¹ x */
  readonly solve: (x: Float64Array) => void
  /** x := (I − Q)⁻ᵀ x */
  readonly solveTransposed: (x: Float64Array) => void
}
