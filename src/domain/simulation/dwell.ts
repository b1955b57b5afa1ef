/** How long deals stay: the moments of each distribution, and what a time-out after so many days makes of them. */
import type { DurationDistribution } from '../process/stage.ts'
import type { Moments } from './chain.ts'
import { betaBelow, gammaBelow, normalBelow } from './specialFunctions.ts'

/** Coefficient of variation where only a mean is known: real stages measure 1.1 to 1.4. */
export const defaultVariation = 1.2

/** The distribution of a stage of which only the average is known. */
export function gammaOfMean(mean: number): DurationDistribution {
  return { kind: 'gamma', mean, standard_deviation: mean * defaultVariation }
}

/** P(D ≤ t), E[D; D ≤ t] and E[D²; D ≤ t]: the part of a dwell time that ends by day t. */
interface Part {
  readonly share: number
  readonly first: number
  readonly second: number
}

/** Mean (days) and variance (days²). */
export function momentsOf(distribution: DurationDistribution): Moments {
  const all = partUpTo(distribution, Infinity)
  return { mean: all.first, variance: Math.max(0, all.second - all.first * all.first) }
}

export interface CutDwell {
  /** Share of deals still there on the day of the time-out. */
  readonly timedOut: number
  /** Of the deals that leave before it. */
  readonly before: Moments
  /** Of all deals, the timed-out ones leaving on the day itself. */
  readonly all: Moments
}

/** What is left of a dwell time when whoever is still there after `days` is moved on. */
export function cutAt(distribution: DurationDistribution, days: number): CutDwell {
  const part = partUpTo(distribution, days)
  const timedOut = Math.min(1, Math.max(0, 1 - part.share))
  const mean = part.share > 0 ? part.first / part.share : 0
  const before = { mean, variance: part.share > 0 ? Math.max(0, part.second / part.share - mean * mean) : 0 }
  const meanOfAll = part.first + timedOut * days
  const square = part.second + timedOut * days * days
  return { timedOut, before, all: { mean: meanOfAll, variance: Math.max(0, square - meanOfAll * meanOfAll) } }
}

const point = (at: number, upTo: number): Part =>
  at <= upTo ? { share: 1, first: at, second: at * at } : { share: 0, first: 0, second: 0 }

function partUpTo(distribution: DurationDistribution, upTo: number): Part {
  switch (distribution.kind) {
    case 'fixed':
      // A stage of exactly 30 days ends by itself on the day of a time-out after 30 days.
      return point(distribution.mean, upTo)
    case 'exponential':
      return gammaPart(distribution.mean, distribution.mean, upTo)
    case 'gamma':
      return gammaPart(distribution.mean, distribution.standard_deviation, upTo)
    case 'lognormal':
      return lognormalPart(distribution.mean, distribution.standard_deviation, upTo)
    case 'uniform':
      return uniformPart(distribution.minimum, distribution.maximum, upTo)
    case 'triangular':
      return triangularPart(distribution, upTo)
    case 'pert':
      return pertPart(distribution, upTo)
    case 'empirical': {
      const ended = distribution.days.filter((days) => days <= upTo)
      const count = distribution.days.length
      return {
        share: ended.length / count,
        first: ended.reduce((sum, days) => sum + days, 0) / count,
        second: ended.reduce((sum, days) => sum + days * days, 0) / count,
      }
    }
  }
}

function gammaPart(mean: number, deviation: number, upTo: number): Part {
  if (mean === 0 || deviation === 0) return point(mean, upTo)
  const shape = (mean / deviation) ** 2
  const x = upTo === Infinity ? Infinity : (upTo * shape) / mean
  return {
    share: gammaBelow(shape, x),
    first: mean * gammaBelow(shape + 1, x),
    second: (mean * mean + deviation * deviation) * gammaBelow(shape + 2, x),
  }
}

function lognormalPart(mean: number, deviation: number, upTo: number): Part {
  if (mean === 0 || deviation === 0) return point(mean, upTo)
  if (upTo <= 0) return { share: 0, first: 0, second: 0 }
  const variance = Math.log(1 + (deviation / mean) ** 2)
  const sigma = Math.sqrt(variance)
  const z = (Math.log(upTo) - Math.log(mean) + variance / 2) / sigma
  const below = (shift: number) => (upTo === Infinity ? 1 : normalBelow(z - shift * sigma))
  return { share: below(0), first: mean * below(1), second: mean * mean * Math.exp(variance) * below(2) }
}

function uniformPart(minimum: number, maximum: number, upTo: number): Part {
  if (maximum <= minimum) return point(minimum, upTo)
  const t = Math.min(Math.max(upTo, minimum), maximum)
  const width = maximum - minimum
  return {
    share: (t - minimum) / width,
    first: (t ** 2 - minimum ** 2) / (2 * width),
    second: (t ** 3 - minimum ** 3) / (3 * width),
  }
}

interface ThreePoints {
  readonly minimum: number
  readonly mode: number
  readonly maximum: number
}

function triangularPart({ minimum, mode, maximum }: ThreePoints, upTo: number): Part {
  if (maximum <= minimum) return point(minimum, upTo)
  const middle = Math.min(Math.max(mode, minimum), maximum)
  const width = maximum - minimum
  // The density is slope·(x − root) on each side; its moments are integrals of polynomials.
  const side = (slope: number, root: number, from: number, to: number): Part => ({
    share: slope * ((to ** 2 - from ** 2) / 2 - root * (to - from)),
    first: slope * ((to ** 3 - from ** 3) / 3 - (root * (to ** 2 - from ** 2)) / 2),
    second: slope * ((to ** 4 - from ** 4) / 4 - (root * (to ** 3 - from ** 3)) / 3),
  })
  const none: Part = { share: 0, first: 0, second: 0 }
  const t = Math.min(Math.max(upTo, minimum), maximum)
  const rising =
    middle > minimum ? side(2 / (width * (middle - minimum)), minimum, minimum, Math.min(t, middle)) : none
  const falling =
    t > middle && maximum > middle ? side(-2 / (width * (maximum - middle)), maximum, middle, t) : none
  return {
    share: rising.share + falling.share,
    first: rising.first + falling.first,
    second: rising.second + falling.second,
  }
}

/** PERT: a beta distribution on the range, with the mode weighing four times the ends. */
function pertPart({ minimum, mode, maximum }: ThreePoints, upTo: number): Part {
  if (maximum <= minimum) return point(minimum, upTo)
  const width = maximum - minimum
  const middle = Math.min(Math.max(mode, minimum), maximum)
  const a = 1 + (4 * (middle - minimum)) / width
  const b = 1 + (4 * (maximum - middle)) / width
  const x = (Math.min(Math.max(upTo, minimum), maximum) - minimum) / width
  const share = betaBelow(a, b, x)
  const unit = (a / (a + b)) * betaBelow(a + 1, b, x)
  const square = ((a * (a + 1)) / ((a + b) * (a + b + 1))) * betaBelow(a + 2, b, x)
  return {
    share,
    first: minimum * share + width * unit,
    second: minimum * minimum * share + 2 * minimum * width * unit + width * width * square,
  }
}
