import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Chain } from './chain.ts'
import { denseFactors } from './denseFactors.ts'
import { solveChain } from './markov.ts'
import { sparseFactors } from './sparseFactors.ts'
import { matrixOf } from './transitionMatrix.ts'

const dwell = { mean: 2, variance: 4 }

/** Any graph of open stages with one won and one lost; shares from small integers, so also self loops and traps. */
const anyChain = fc.integer({ min: 1, max: 60 }).chain((open) =>
  fc
    .array(
      fc.array(fc.tuple(fc.integer({ min: 0, max: open + 1 }), fc.integer({ min: 0, max: 3 })), {
        maxLength: 4,
      }),
      { minLength: open, maxLength: open },
    )
    .map(
      (rows): Chain => ({
        start: 0,
        states: [
          ...rows.map((_, index) => ({ id: `S${index}`, kind: 'open' as const, dwell })),
          { id: 'Won', kind: 'won', dwell },
          { id: 'Lost', kind: 'lost', dwell },
        ],
        moves: rows.flatMap((row, from) => {
          const total = row.reduce((sum, [, weight]) => sum + weight, 0)
          return total === 0
            ? []
            : row.map(([to, weight]) => ({
                transitionId: null,
                from,
                to,
                share: weight / total,
                source: 'given' as const,
              }))
        }),
      }),
    ),
)

it('never yields NaN or Infinity, and all deals end somewhere', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const solution = solveChain(matrixOf(chain))
      const numbers = [
        ...solution.visits,
        ...[solution.won, solution.lost, solution.closed].flatMap((to) => [
          ...to.probability,
          ...to.mean,
          ...to.variance,
        ]),
        solution.never,
      ]
      for (const value of numbers) {
        expect(Number.isFinite(value)).toBe(true)
        expect(value).toBeGreaterThanOrEqual(-1e-9)
      }
      const ends = (solution.won.probability[0] ?? 0) + (solution.lost.probability[0] ?? 0) + solution.never
      expect(ends).toBeCloseTo(1, 9)
    }),
  )
})

it('gives the same from visits as from probabilities', () => {
  fc.assert(
    fc.property(anyChain, (chain) => {
      const solution = solveChain(matrixOf(chain))
      const won = chain.states.length - 2
      expect(solution.visits[won]).toBeCloseTo(solution.won.probability[0] ?? 0, 9)
    }),
  )
})

it('solves a large loop the same way with and without filling a square', () => {
  const size = 300
  const rowStart = new Int32Array(size + 1)
  const column: number[] = []
  const share: number[] = []
  for (let i = 0; i < size; i += 1) {
    column.push((i + 1) % size, (i * 7 + 3) % size, (i * 13 + 5) % size)
    share.push(0.5, 0.25, 0.2)
    rowStart[i + 1] = column.length
  }
  // Entries that name their own row are self loops, which the solver leaves out before.
  for (let i = 0; i < size; i += 1)
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e += 1)
      if (column[e] === i) column[e] = (i + 2) % size
  const leaving = new Float64Array(size).fill(0.05)
  const block = { size, rowStart, column: Int32Array.from(column), share: Float64Array.from(share), leaving }
  const [dense, sparse] = [denseFactors(block), sparseFactors(block)]
  const given = Float64Array.from({ length: size }, (_, i) => Math.sin(i))
  for (const way of ['solve', 'solveTransposed'] as const) {
    const [a, b] = [given.slice(), given.slice()]
    dense[way](a)
    sparse[way](b)
    expect(Math.max(...a.map((x, i) => Math.abs(x - (b[i] ?? 0))))).toBeLessThan(1e-11)
  }
})

it('stays exact where deals leave a loop once in a billion rounds', () => {
  const rare = 1e-9
  const chain: Chain = {
    start: 0,
    states: [
      { id: 'A', kind: 'open', dwell },
      { id: 'B', kind: 'open', dwell },
      { id: 'Won', kind: 'won', dwell },
      { id: 'Lost', kind: 'lost', dwell },
    ],
    moves: [
      { transitionId: null, from: 0, to: 1, share: 1, source: 'given' },
      { transitionId: null, from: 1, to: 0, share: 1 - 3 * rare, source: 'given' },
      { transitionId: null, from: 1, to: 2, share: rare, source: 'given' },
      { transitionId: null, from: 1, to: 3, share: 2 * rare, source: 'given' },
    ],
  }
  const solution = solveChain(matrixOf(chain))
  expect(solution.won.probability[0]).toBeCloseTo(1 / 3, 14)
  expect((solution.visits[1] ?? 0) * 3 * rare).toBeCloseTo(1, 14)
})

it('copes with ten thousand stages that all lie on one loop', () => {
  const open = 10_000
  const chain: Chain = {
    start: 0,
    states: [
      ...Array.from({ length: open }, (_, index) => ({ id: `S${index}`, kind: 'open' as const, dwell })),
      { id: 'Won', kind: 'won', dwell },
      { id: 'Lost', kind: 'lost', dwell },
    ],
    moves: Array.from({ length: open }, (_, from) => [
      {
        transitionId: null,
        from,
        to: from === open - 1 ? open : from + 1,
        share: 0.9999,
        source: 'given' as const,
      },
      {
        transitionId: null,
        from,
        to: from % 10 === 9 ? 0 : open + 1,
        share: 0.0001,
        source: 'given' as const,
      },
    ]).flat(),
  }
  const solution = solveChain(matrixOf(chain))
  const forward = 0.9999 ** open
  const back = Array.from({ length: open / 10 }, (_, k) => 0.0001 * 0.9999 ** (10 * k + 9)).reduce(
    (a, b) => a + b,
    0,
  )
  expect(solution.won.probability[0]).toBeCloseTo(forward / (1 - back), 10)
})
