/**
 * How the deals of one stage share out among its exits: as counted, else as weighted by hand, else as the stages'
 * win probabilities imply. Implied: with win probability q stated here and q_j at each forward successor, every
 * successor gets the same share c with c·Σ q_j = q, and the rest is lost.
 */
import type { ShareSource } from './chain.ts'

export interface Exit {
  readonly transitionId: string
  /** Stated win probability of the stage it leads to, 0…1: 1 for won, 0 for lost. */
  readonly winProbability: number
  readonly kind: 'forward' | 'lost' | 'rework'
  readonly weight: number | null
  /** Moves counted in history. */
  readonly observed: number | null
}

export interface SharedOut {
  /** One per exit, in order; they add up to 1 (all 0 only where there are no exits). */
  readonly shares: readonly number[]
  readonly source: ShareSource
  /** Exits that get no deals because their siblings have a weight and they have none. */
  readonly unweighted: readonly number[]
  /** Where no shares among these exits give the stated probability: the one they do give, successors as stated. */
  readonly impliedInstead: number | null
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** `stated` is the stage's own win probability, 0…1. Any finite input gives finite shares. */
export function shareOut(stated: number, exits: readonly Exit[]): SharedOut {
  const plain = { unweighted: [], impliedInstead: null }
  const observed = exits.map((exit) => positive(exit.observed))
  if (sum(observed) > 0) return { shares: normalised(observed), source: 'observed', ...plain }
  const weights = exits.map((exit) => positive(exit.weight))
  if (sum(weights) > 0) {
    const unweighted = exits.flatMap((exit, index) => (exit.weight === null ? [index] : []))
    return { shares: normalised(weights), source: 'weight', unweighted, impliedInstead: null }
  }
  const shares = implied(stated, exits)
  const given = sum(shares.map((share, index) => share * (exits[index]?.winProbability ?? 0)))
  const off = exits.length > 0 && Math.abs(given - stated) > 1e-9
  return { shares, source: 'implied', unweighted: [], impliedInstead: off ? given : null }
}

function implied(stated: number, exits: readonly Exit[]): number[] {
  const forward = exits.filter((exit) => exit.kind === 'forward')
  const lost = exits.filter((exit) => exit.kind === 'lost')
  // A stage with nothing but ways back: they are its exits.
  if (forward.length + lost.length === 0) return exits.map(() => 1 / exits.length)
  const worth = sum(forward.map((exit) => exit.winProbability))
  const even = 1 / forward.length
  const each =
    forward.length === 0
      ? 0
      : lost.length === 0
        ? even
        : worth > 0
          ? Math.min(stated / worth, even)
          : 1 / (forward.length + lost.length)
  const rest = lost.length === 0 ? 0 : Math.max(0, 1 - each * forward.length) / lost.length
  return exits.map(({ kind }) => (kind === 'forward' ? each : kind === 'lost' ? rest : 0))
}

const positive = (value: number | null): number =>
  value !== null && value > 0 && value < Infinity ? value : 0

function normalised(values: readonly number[]): number[] {
  const total = sum(values)
  // A share that nobody could ever see is none.
  return values.map((value) => (value / total < 1e-100 ? 0 : value / total))
}
