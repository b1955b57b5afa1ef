/**
 * Solves (I − Q) x = r one loop at a time, in place. A state that is no loop is one division; the factors of a loop
 * are kept for its further right-hand sides and for the way back.
 */
import type { BlockFactors } from './blockFactors.ts'
import type { Blocks } from './blocks.ts'
import { denseFactors } from './denseFactors.ts'
import { sparseFactors } from './sparseFactors.ts'
import type { TransitionMatrix } from './transitionMatrix.ts'

/** Loops of more states than this are eliminated sparsely. */
const denseLimit = 48

export class BlockSolver {
  private readonly matrix: TransitionMatrix
  private readonly blocks: Blocks
  private readonly factors = new Map<number, BlockFactors>()
  private readonly place: Int32Array
  private block = 0
  private from = 0
  private count = 0
  private vector: Float64Array = new Float64Array(0)

  constructor(matrix: TransitionMatrix, blocks: Blocks) {
    this.matrix = matrix
    this.blocks = blocks
    this.place = new Int32Array(matrix.size)
  }

  enter(block: number): void {
    this.block = block
    this.from = this.blocks.blockStart[block] ?? 0
    this.count = (this.blocks.blockStart[block + 1] ?? 0) - this.from
    if (this.count > 1 && this.vector.length !== this.count) this.vector = new Float64Array(this.count)
  }

  /** Replaces the block's part of `x` by (I − Q)⁻¹ x. */
  solve(x: Float64Array): void {
    this.run(x, (factors, vector) => factors.solve(vector))
  }

  solveTransposed(x: Float64Array): void {
    this.run(x, (factors, vector) => factors.solveTransposed(vector))
  }

  returns(state: number): number {
    this.enter(this.blocks.blockOf[state] ?? 0)
    if (this.count === 1) return 1 / this.leaving(state)
    const unit = new Float64Array(this.matrix.size)
    unit[state] = 1
    this.solve(unit)
    return unit[state] ?? 1
  }

  private run(x: Float64Array, solve: (factors: BlockFactors, vector: Float64Array) => void): void {
    const { member } = this.blocks
    if (this.count === 1) {
      const only = member[this.from] ?? 0
      x[only] = (x[only] ?? 0) / this.leaving(only)
      return
    }
    const vector = this.vector
    for (let k = 0; k < this.count; k += 1) vector[k] = x[member[this.from + k] ?? 0] ?? 0
    solve(this.factorsOf(), vector)
    for (let k = 0; k < this.count; k += 1) x[member[this.from + k] ?? 0] = vector[k] ?? 0
  }

  /** 1 − p_ii, summed from the other exits: nothing is lost where a stage mostly returns to itself. */
  private leaving(state: number): number {
    const { rowStart, column, share } = this.matrix
    let sum = 0
    for (let e = rowStart[state] ?? 0; e < (rowStart[state + 1] ?? 0); e += 1) {
      if (column[e] !== state) sum += share[e] ?? 0
    }
    return sum
  }

  private factorsOf(): BlockFactors {
    const had = this.factors.get(this.block)
    if (had) return had
    const { rowStart, column, share } = this.matrix
    const { blockOf, member } = this.blocks
    for (let k = 0; k < this.count; k += 1) this.place[member[this.from + k] ?? 0] = k
    const starts = new Int32Array(this.count + 1)
    const leaving = new Float64Array(this.count)
    const columns: number[] = []
    const shares: number[] = []
    for (let k = 0; k < this.count; k += 1) {
      const i = member[this.from + k] ?? 0
      for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
        const next = column[e] ?? 0
        if (blockOf[next] !== this.block) leaving[k] = (leaving[k] ?? 0) + (share[e] ?? 0)
        else if (next !== i && share[e]) {
          columns.push(this.place[next] ?? 0)
          shares.push(share[e] ?? 0)
        }
      }
      starts[k + 1] = columns.length
    }
    const block = {
      size: this.count,
      rowStart: starts,
      column: Int32Array.from(columns),
      share: Float64Array.from(shares),
      leaving,
    }
    const factors = this.count <= denseLimit ? denseFactors(block) : sparseFactors(block)
    this.factors.set(this.block, factors)
    return factors
  }
}
