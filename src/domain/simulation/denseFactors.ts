/** Elimination of one loop's I − Q in a square: the quickest for a block of up to a few dozen stages. */
import type { BlockFactors, BlockMatrix } from './blockFactors.ts'

/** O(n³) once, O(n²) a solve. */
export function denseFactors({ size: n, rowStart, column, share, leaving }: BlockMatrix): BlockFactors {
  // Above the diagonal what is left of Q, below it the factors, on it the pivots.
  const cells = new Float64Array(n * n)
  const exit = leaving.slice()
  for (let i = 0; i < n; i += 1) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
      const cell = i * n + (column[e] ?? 0)
      cells[cell] = (cells[cell] ?? 0) + (share[e] ?? 0)
    }
  }
  for (let k = 0; k < n; k += 1) {
    let pivot = exit[k] ?? 0
    for (let j = k + 1; j < n; j += 1) pivot += cells[k * n + j] ?? 0
    cells[k * n + k] = pivot
    for (let i = k + 1; i < n; i += 1) {
      const factor = (cells[i * n + k] ?? 0) / pivot
      if (factor === 0) continue
      cells[i * n + k] = factor
      exit[i] = (exit[i] ?? 0) + factor * (exit[k] ?? 0)
      for (let j = k + 1; j < n; j += 1) {
        if (j !== i) cells[i * n + j] = (cells[i * n + j] ?? 0) + factor * (cells[k * n + j] ?? 0)
      }
    }
  }
  return {
    solve(x) {
      for (let i = 0; i < n; i += 1) {
        let sum = x[i] ?? 0
        for (let j = 0; j < i; j += 1) sum += (cells[i * n + j] ?? 0) * (x[j] ?? 0)
        x[i] = sum
      }
      for (let i = n - 1; i >= 0; i -= 1) {
        let sum = x[i] ?? 0
        for (let j = i + 1; j < n; j += 1) sum += (cells[i * n + j] ?? 0) * (x[j] ?? 0)
        x[i] = sum / (cells[i * n + i] ?? 1)
      }
    },
    solveTransposed(x) {
      for (let i = 0; i < n; i += 1) {
        let sum = x[i] ?? 0
        for (let j = 0; j < i; j += 1) sum += (cells[j * n + i] ?? 0) * (x[j] ?? 0)
        x[i] = sum / (cells[i * n + i] ?? 1)
      }
      for (let i = n - 1; i >= 0; i -= 1) {
        let sum = x[i] ?? 0
        for (let j = i + 1; j < n; j += 1) sum += (cells[j * n + i] ?? 0) * (x[j] ?? 0)
        x[i] = sum
      }
    },
  }
}
