/** The distributions a stage may have, and how one becomes another without losing what both know. */
import type { DurationDistribution } from '../../../domain/process/stage.ts'

export const distributionKinds = [
  'fixed',
  'exponential',
  'uniform',
  'triangular',
  'pert',
  'gamma',
  'lognormal',
  'empirical',
] as const
export type DistributionKind = (typeof distributionKinds)[number]

export const isDistributionKind = (kind: string | null): kind is DistributionKind =>
  distributionKinds.some((known) => known === kind)

export type DistributionNumber = 'mean' | 'minimum' | 'mode' | 'maximum' | 'standard_deviation'
const names: readonly DistributionNumber[] = ['mean', 'minimum', 'mode', 'maximum', 'standard_deviation']

/** Its numbers by name, in reading order. */
export function numbersOf(distribution: DurationDistribution): [DistributionNumber, number][] {
  const row: Partial<Record<DistributionNumber, number>> =
    distribution.kind === 'empirical' ? {} : distribution
  return names.flatMap((name): [DistributionNumber, number][] => {
    const value = row[name]
    return value === undefined ? [] : [[name, value]]
  })
}

/** A distribution of the kind around the same mean: the old one's, else the stage's average, else ten days. */
export function ofKind(
  kind: DistributionKind,
  average: number | null,
  old: DurationDistribution | null,
): DurationDistribution {
  const mean = meanOf(old) ?? (average !== null && average > 0 ? average : 10)
  const rounded = (days: number) => Math.round(days * 10) / 10
  switch (kind) {
    case 'fixed':
    case 'exponential':
      return { kind, mean }
    case 'gamma':
    case 'lognormal':
      return { kind, mean, standard_deviation: rounded(mean * 0.6) }
    case 'uniform':
      return { kind, minimum: rounded(mean * 0.5), maximum: rounded(mean * 1.5) }
    case 'triangular':
    case 'pert':
      return { kind, minimum: rounded(mean * 0.5), mode: mean, maximum: rounded(mean * 1.5) }
    case 'empirical':
      return { kind, days: [mean] }
  }
}

function meanOf(distribution: DurationDistribution | null): number | null {
  if (distribution === null) return null
  if ('mean' in distribution) return distribution.mean
  if ('mode' in distribution) return distribution.mode
  if (distribution.kind === 'uniform') return (distribution.minimum + distribution.maximum) / 2
  return distribution.days.reduce((sum, day) => sum + day, 0) / distribution.days.length
}
