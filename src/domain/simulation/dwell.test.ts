import { describe, expect, it } from 'vitest'
import type { DurationDistribution } from '../process/stage.ts'
import { cutAt, momentsOf } from './dwell.ts'

const cases: [string, DurationDistribution, number, number][] = [
  ['fixed', { kind: 'fixed', mean: 7 }, 7, 0],
  ['exponential', { kind: 'exponential', mean: 20 }, 20, 400],
  ['uniform', { kind: 'uniform', minimum: 1, maximum: 5 }, 3, 4 / 3],
  ['triangular', { kind: 'triangular', minimum: 0, mode: 3, maximum: 9 }, 4, (81 + 9 - 27) / 18],
  ['PERT', { kind: 'pert', minimum: 0, mode: 3, maximum: 12 }, 4, (4 * 8) / 7],
  ['gamma', { kind: 'gamma', mean: 10, standard_deviation: 12 }, 10, 144],
  ['lognormal', { kind: 'lognormal', mean: 8, standard_deviation: 6 }, 8, 36],
  ['empirical', { kind: 'empirical', days: [1, 3, 8] }, 4, 74 / 3 - 16],
  ['a stage of no time', { kind: 'gamma', mean: 0, standard_deviation: 0 }, 0, 0],
]

describe('dwell times', () => {
  it.each(cases)('%s has the mean and variance of the textbook', (_, distribution, mean, variance) => {
    expect(momentsOf(distribution).mean).toBeCloseTo(mean, 10)
    expect(momentsOf(distribution).variance).toBeCloseTo(variance, 9)
  })

  it.each(cases)('%s cut by a time-out agrees with the density summed by hand', (_, distribution) => {
    const natural = momentsOf(distribution)
    for (const days of [0.5, 2, 6, 11]) {
      const cut = cutAt(distribution, days)
      expect(cut.timedOut).toBeGreaterThanOrEqual(0)
      expect(cut.timedOut).toBeLessThanOrEqual(1)
      expect(cut.before.mean).toBeLessThanOrEqual(days)
      // All deals: the early ones by their own mean, the others by the day of the time-out.
      expect(cut.all.mean).toBeCloseTo((1 - cut.timedOut) * cut.before.mean + cut.timedOut * days, 10)
      expect(cut.all.mean).toBeLessThanOrEqual(natural.mean + 1e-12)
      // E[min(D, t)] = ∫₀ᵗ P(D > s) ds
      const steps = 4_000
      let area = 0
      for (let k = 0; k < steps; k += 1)
        area += (cutAt(distribution, ((k + 0.5) * days) / steps).timedOut * days) / steps
      expect(Math.abs(cut.all.mean - area)).toBeLessThan(0.003)
    }
  })

  it('knows the time-out of an exponential stage in closed form (C7)', () => {
    const cut = cutAt({ kind: 'exponential', mean: 20 }, 30)
    expect(cut.timedOut).toBeCloseTo(Math.exp(-1.5), 13)
    expect(cut.all.mean).toBeCloseTo(20 * (1 - Math.exp(-1.5)), 12)
    expect(Math.sqrt(cut.all.variance)).toBeCloseTo(10.598537, 6)
  })

  it('times nobody out of a stage that ends on the very day', () => {
    expect(cutAt({ kind: 'fixed', mean: 30 }, 30).timedOut).toBe(0)
    expect(cutAt({ kind: 'fixed', mean: 31 }, 30)).toMatchObject({
      timedOut: 1,
      all: { mean: 30, variance: 0 },
    })
  })
})
