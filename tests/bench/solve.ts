/**
 * The exact solution at 100, 1,000 and 10,000 stages beside two others in the same run: one right-hand side by
 * components (the limit), and LU of the whole matrix (what a matrix library does). Prints; asserts nothing.
 * `node tests/bench/solve.ts`
 */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { newTransition } from '../../src/domain/process/transition.ts'
import { blocksOf } from '../../src/domain/simulation/blocks.ts'
import { chainOf, exactAnalysis, matrixOf, solveChain } from '../../src/domain/simulation/index.ts'
import type { TransitionMatrix } from '../../src/domain/simulation/transitionMatrix.ts'
import { layeredProcess } from '../kit/layeredProcess.ts'

/** Median milliseconds; few runs where one takes long. */
function median(run: () => unknown): number {
  const times: number[] = []
  const begun = performance.now()
  while (times.length < 101 && (times.length < 3 || performance.now() - begun < 1_500)) {
    const start = performance.now()
    run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** Win probabilities of an acyclic chain, nothing else: components, then one pass of substitution. */
function winOnly(matrix: TransitionMatrix): Float64Array {
  const { kind, rowStart, column, share } = matrix
  const win = new Float64Array(matrix.size)
  for (const state of blocksOf(matrix).member) {
    if (kind[state] !== 0) {
      win[state] = kind[state] === 1 ? 1 : 0
      continue
    }
    let sum = 0
    for (let e = rowStart[state] ?? 0; e < (rowStart[state + 1] ?? 0); e += 1)
      sum += (share[e] ?? 0) * (win[column[e] ?? 0] ?? 0)
    win[state] = sum
  }
  return win
}

/** The same by elimination of the whole square matrix. */
function winByLu(matrix: TransitionMatrix): Float64Array {
  const { size: n, kind, rowStart, column, share } = matrix
  const a = new Float64Array(n * n)
  const x = new Float64Array(n)
  for (let i = 0; i < n; i += 1) {
    a[i * n + i] = 1
    x[i] = kind[i] === 1 ? 1 : 0
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1) {
      const cell = i * n + (column[e] ?? 0)
      a[cell] = (a[cell] ?? 0) - (share[e] ?? 0)
    }
  }
  for (let k = 0; k < n; k += 1) {
    for (let i = k + 1; i < n; i += 1) {
      const factor = (a[i * n + k] ?? 0) / (a[k * n + k] ?? 1)
      for (let j = k; j < n; j += 1) a[i * n + j] = (a[i * n + j] ?? 0) - factor * (a[k * n + j] ?? 0)
      x[i] = (x[i] ?? 0) - factor * (x[k] ?? 0)
    }
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = x[i] ?? 0
    for (let j = i + 1; j < n; j += 1) sum -= (a[i * n + j] ?? 0) * (x[j] ?? 0)
    x[i] = sum / (a[i * n + i] ?? 1)
  }
  return x
}

/** A way back from every tenth stage, so that the whole process is one loop. */
function withLoops(document: ProcessDocument): ProcessDocument {
  const [first, ...stages] = Object.values(document.stages).filter(
    (stage) => !stage.isClosedWon && !stage.isClosedLost,
  )
  if (!first) return document
  const back = stages
    .filter((_, index) => index % 10 === 9)
    .map((stage, index) =>
      newTransition({
        id: `back-${index}`,
        fromStageId: stage.id,
        toStageId: first.id,
        isRework: true,
        weight: 1,
      }),
    )
  const transitions = Object.fromEntries(
    Object.entries(document.transitions).map(([id, transition]) => [id, { ...transition, weight: 5 }]),
  )
  return {
    ...document,
    transitions: { ...transitions, ...Object.fromEntries(back.map((one) => [one.id, one])) },
  }
}

const row = (count: number, what: string, ms: number | null) =>
  console.log(
    `${String(count).padStart(6)}   ${what.padEnd(46)} ${(ms?.toFixed(3) ?? 'not tried').padStart(10)}`,
  )

console.log('stages   what                                           median ms')
for (const count of [100, 1_000, 10_000]) {
  const document = layeredProcess(count)
  const looped = withLoops(document)
  const matrix = matrixOf(chainOf(document).chain)
  const loops = matrixOf(chainOf(looped).chain)
  row(
    count,
    'limit: win probabilities by components',
    median(() => winOnly(matrix)),
  )
  row(
    count,
    'all outcomes, times, visits',
    median(() => solveChain(matrix)),
  )
  row(
    count,
    'all of it, where the process is one loop',
    median(() => solveChain(loops)),
  )
  row(
    count,
    'peer: win probabilities by LU of the whole',
    count > 1_000 ? null : median(() => winByLu(matrix)),
  )
  row(
    count,
    'from the document to the strip (after an edit)',
    median(() => exactAnalysis({ ...document })),
  )
}
