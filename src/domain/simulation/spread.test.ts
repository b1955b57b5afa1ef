import { describe, expect, it } from 'vitest'
import type { DurationDistribution } from '../process/stage.ts'
import { shareAfter, spreadOf } from './spread.ts'

const within = (distribution: DurationDistribution) => {
  const spread = spreadOf(distribution)
  return spread && [spread.median, spread.nineOfTen].map((days) => Math.round(days * 100) / 100)
}

describe('the spread of stays', () => {
  it.each<[string, DurationDistribution, readonly [number, number]]>([
    ['always the same', { kind: 'fixed', mean: 7 }, [7, 7]],
    ['exponential: ln 2 and ln 10 times the mean', { kind: 'exponential', mean: 10 }, [6.93, 23.03]],
    ['uniform', { kind: 'uniform', minimum: 2, maximum: 12 }, [7, 11]],
    ['triangular', { kind: 'triangular', minimum: 0, mode: 10, maximum: 20 }, [10, 15.53]],
    ['as observed', { kind: 'empirical', days: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, [5, 9]],
  ])('%s', (_, distribution, expected) => {
    expect(within(distribution)).toEqual(expected)
  })

  it('is drawn in shares that sum up to almost all deals', () => {
    for (const distribution of [
      { kind: 'gamma', mean: 8, standard_deviation: 9.6 },
      { kind: 'lognormal', mean: 8, standard_deviation: 5 },
      { kind: 'pert', minimum: 2, mode: 5, maximum: 30 },
      { kind: 'fixed', mean: 3 },
    ] satisfies DurationDistribution[]) {
      const sum = (spreadOf(distribution)?.shares ?? []).reduce((total, share) => total + share, 0)
      expect(sum).toBeGreaterThan(0.979)
      expect(sum).toBeLessThanOrEqual(1 + 1e-9)
    }
  })

  it('counts who stays longer', () => {
    expect(shareAfter({ kind: 'exponential', mean: 10 }, 10)).toBeCloseTo(Math.exp(-1), 10)
    expect(shareAfter({ kind: 'fixed', mean: 3 }, 3)).toBe(0)
  })

  it('is nothing where no deal stays', () => {
    expect(spreadOf({ kind: 'fixed', mean: 0 })).toBeNull()
    expect(spreadOf({ kind: 'empirical', days: [0, 0] })).toBeNull()
  })
})
