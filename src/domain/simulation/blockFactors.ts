/** A loop's matrix I − Q and its factors, solved in place for as many right-hand sides as are asked for. */

/** By rows; several entries may name the same column, they add up. */
export interface BlockMatrix {
  readonly size: number
  readonly rowStart: Int32Array
  readonly column: Int32Array
  readonly value: Float64Array
}

export interface BlockFactors {
  /** x := A⁻¹ x */
  readonly solve: (x: Float64Array) => void
  /** x := A⁻ᵀ x */
  readonly solveTransposed: (x: Float64Array) => void
}
