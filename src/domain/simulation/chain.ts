/**
 * A process as a Markov chain with dwell times: what the exact solver and the sampler both run on. States are
 * numbered; closed states end a deal. Shares out of an open state add up to 1, or there are none at all.
 */
import type { StageKind } from '../process/stage.ts'

/** Mean and variance of a time, in days and days². */
export interface Moments {
  readonly mean: number
  readonly variance: number
}

export interface ChainState {
  readonly id: string
  readonly kind: StageKind
  /** Time in the state, whichever way it is left. */
  readonly dwell: Moments
}

/** Where a share comes from: counted moves, weights set by hand, the stages' probabilities, or a time-out. */
export type ShareSource = 'observed' | 'weight' | 'implied' | 'timeout' | 'given'

export interface ChainMove {
  /** The process's transition behind it; null where there is none (a chain that was given as numbers). */
  readonly transitionId: string | null
  readonly from: number
  readonly to: number
  /** Probability of taking this exit, 0…1. */
  readonly share: number
  readonly source: ShareSource
  /** Time in `from` of the deals that leave this way, where it depends on the way; else that of the state. */
  readonly dwell?: Moments
}

export interface Chain {
  /** Null where a process has no stage to begin in. */
  readonly start: number | null
  readonly states: readonly ChainState[]
  readonly moves: readonly ChainMove[]
}
