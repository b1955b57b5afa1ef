/** LU with partial pivoting of one loop's I − Q: what a block of up to a few dozen stages is solved with. */
import type { BlockFactors, BlockMatrix } from './blockFactors.ts'

/** O(n³) once, O(n²) a solve. */
export function denseFactors({ size: n, rowStart, column, value }: BlockMatrix): BlockFactors {
  const lu = new Float64Array(n * n)
  const rowAt = new Int32Array(n)
  for (let i = 0; i < n; i += 1) {
    rowAt[i] = i
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
      const cell = i * n + (column[e] ?? 0)
      lu[cell] = (lu[cell] ?? 0) + (value[e] ?? 0)
    }
  }
  for (let k = 0; k < n; k += 1) {
    let pivot = k
    for (let i = k + 1; i < n; i += 1) {
      if (Math.abs(lu[i * n + k] ?? 0) > Math.abs(lu[pivot * n + k] ?? 0)) pivot = i
    }
    if (pivot !== k) {
      for (let j = 0; j < n; j += 1) {
        const kept = lu[k * n + j] ?? 0
        lu[k * n + j] = lu[pivot * n + j] ?? 0
        lu[pivot * n + j] = kept
      }
      const kept = rowAt[k] ?? 0
      rowAt[k] = rowAt[pivot] ?? 0
      rowAt[pivot] = kept
    }
    const diagonal = lu[k * n + k] ?? 1
    for (let i = k + 1; i < n; i += 1) {
      const factor = (lu[i * n + k] ?? 0) / diagonal
      if (factor === 0) continue
      lu[i * n + k] = factor
      for (let j = k + 1; j < n; j += 1) {
        lu[i * n + j] = (lu[i * n + j] ?? 0) - factor * (lu[k * n + j] ?? 0)
      }
    }
  }
  const work = new Float64Array(n)
  return {
    solve(x) {
      for (let i = 0; i < n; i += 1) {
        let sum = x[rowAt[i] ?? 0] ?? 0
        for (let j = 0; j < i; j += 1) sum -= (lu[i * n + j] ?? 0) * (work[j] ?? 0)
        work[i] = sum
      }
      for (let i = n - 1; i >= 0; i -= 1) {
        let sum = work[i] ?? 0
        for (let j = i + 1; j < n; j += 1) sum -= (lu[i * n + j] ?? 0) * (x[j] ?? 0)
        x[i] = sum / (lu[i * n + i] ?? 1)
      }
    },
    solveTransposed(x) {
      for (let i = 0; i < n; i += 1) {
        let sum = x[i] ?? 0
        for (let j = 0; j < i; j += 1) sum -= (lu[j * n + i] ?? 0) * (work[j] ?? 0)
        work[i] = sum / (lu[i * n + i] ?? 1)
      }
      for (let i = n - 1; i >= 0; i -= 1) {
        let sum = work[i] ?? 0
        for (let j = i + 1; j < n; j += 1) sum -= (lu[j * n + i] ?? 0) * (work[j] ?? 0)
        work[i] = sum
      }
      for (let i = 0; i < n; i += 1) x[rowAt[i] ?? 0] = work[i] ?? 0
    },
  }
}
