/** How the win probability that the exits imply for a stage came about: published, then step by step of this draft. */
import { applyDiff, reverseDiff } from '../domain/process/diff.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { exactAnalysis } from '../domain/simulation/index.ts'
import type { EditorState } from './editor.ts'

export interface ImpliedPoint {
  readonly key: string
  /** Percent, rounded; null where no closed stage could be reached, or the stage was not there. */
  readonly percent: number | null
  /** The step after which it was so; null for what was published, or for the beginning. */
  readonly step: string | null
  /** The published revision that had it so. */
  readonly revision: number | null
}

/** Percent of the deals standing in the stage that are won, as the process is drawn; null where none can close. */
export function impliedPercent(document: ProcessDocument, stageId: string): number | null {
  const here = exactAnalysis(document).stages.find((stage) => stage.stageId === stageId)
  return here === undefined || here.trapped ? null : Math.round(here.winFrom * 100)
}

/**
 * Oldest first, the last one is now; equal neighbours are one. Looks back through at most `most` steps, because each
 * is an analysis of the whole process: ask for it when somebody wants to see it.
 */
export function impliedHistory(
  { document, base, undoStack }: Pick<EditorState, 'document' | 'base' | 'undoStack'>,
  stageId: string,
  most = 24,
): readonly ImpliedPoint[] {
  const points: ImpliedPoint[] = []
  let then = document
  for (const { id, label, diff } of undoStack.slice(-most).reverse()) {
    points.unshift({ key: id, percent: impliedPercent(then, stageId), step: label, revision: null })
    then = applyDiff(then, reverseDiff(diff))
  }
  const revision = base?.process.revision ?? null
  const whole = undoStack.length <= most
  if (base) points.unshift({ key: 'published', percent: impliedPercent(base, stageId), step: null, revision })
  else if (whole)
    points.unshift({ key: 'start', percent: impliedPercent(then, stageId), step: null, revision: null })
  return points.filter((point, index) => index === 0 || point.percent !== points[index - 1]?.percent)
}
