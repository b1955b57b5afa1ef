/** The exact strip above the canvas: what the process as drawn would yield, recomputed with every edit. */
import type { ProcessDocument } from '../domain/process/process.ts'
import { exactAnalysis } from '../domain/simulation/exactAnalysis.ts'

export interface Strip {
  /** Share of deals that end closed won, 0…1; null where that cannot be said. */
  readonly winRate: number | null
  /** Expected days from entry to a closed stage; null where that cannot be said. */
  readonly expectedDays: number | null
  /** The same for deals that are won. */
  readonly expectedDaysWon: number | null
  /** Share of deals that never reach a closed stage, 0…1. */
  readonly neverCloses: number
  /** The open stage from which most deals are lost, with their share of all deals; null where none is lost. */
  readonly weakest: { readonly stageId: string; readonly lostShare: number } | null
  /** What the figures rest on, in sentences. */
  readonly notes: readonly string[]
}

const cache = new WeakMap<ProcessDocument, Strip>()

/** Memoised by document: the same object as long as nothing changed. */
export function stripOf(document: ProcessDocument): Strip {
  const had = cache.get(document)
  if (had) return had
  const { winRate, expectedDays, expectedDaysToWon, neverRate, weakestStage, notes } = exactAnalysis(document)
  const strip: Strip = {
    winRate,
    expectedDays,
    expectedDaysWon: expectedDaysToWon,
    neverCloses: neverRate,
    weakest: weakestStage,
    notes: notes.map((note) => note.sentence),
  }
  cache.set(document, strip)
  return strip
}
