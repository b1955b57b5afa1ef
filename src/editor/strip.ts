/** The exact strip above the canvas: what the process as drawn would yield, recomputed with every edit. */
import type { ProcessDocument } from '../domain/process/process.ts'
import { type AnalysisNote, exactAnalysis } from '../domain/simulation/index.ts'

export interface Strip {
  /** Share of deals that end closed won, 0…1; null where there is no stage to start in. */
  readonly winRate: number | null
  /** Mean days from entry to closed, of the deals that close; null where none does. */
  readonly expectedDays: number | null
  /** The same of the deals that are won. */
  readonly expectedDaysWon: number | null
  /** Share of deals that never reach a closed stage, 0…1. */
  readonly neverCloses: number
  /** The open stage from which most deals are lost, with their share of all deals (0…1); null where none is lost. */
  readonly weakest: { readonly stageId: string; readonly lostShare: number } | null
  /** What the figures rest on, in sentences. */
  readonly notes: readonly AnalysisNote[]
}

const cache = new WeakMap<ProcessDocument, Strip>()

/** Memoised by document. No figure is ever NaN or infinite: what cannot be said is null and said in a note. */
export function stripOf(document: ProcessDocument): Strip {
  const had = cache.get(document)
  if (had) return had
  const analysis = exactAnalysis(document)
  const strip: Strip = {
    winRate: analysis.winRate,
    expectedDays: analysis.expectedDays,
    expectedDaysWon: analysis.expectedDaysToWon,
    neverCloses: analysis.neverRate,
    weakest: analysis.weakestStage,
    notes: analysis.notes,
  }
  cache.set(document, strip)
  return strip
}
