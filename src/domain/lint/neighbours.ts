/** Nearest stages along the order that fulfil something: where a quick fix connects a stage from or to. */
import type { ProcessGraph, StageMarks } from '../process/graph.ts'
import { type SalesStage, stageKind } from '../process/stage.ts'

/** For each active stage, the nearest later active stage in `wanted` that is not closed lost. One pass. */
export function nextWithin(graph: ProcessGraph, wanted: StageMarks): ReadonlyMap<string, SalesStage> {
  const next = new Map<string, SalesStage>()
  let nearest: SalesStage | undefined
  for (const stage of graph.activeStages.toReversed()) {
    if (nearest) next.set(stage.id, nearest)
    if (wanted[graph.positionOf(stage.id)] === 1 && stageKind(stage) !== 'lost') nearest = stage
  }
  return next
}

/** For each active stage, the nearest earlier open stage in `wanted`. One pass. */
export function previousWithin(graph: ProcessGraph, wanted: StageMarks): ReadonlyMap<string, SalesStage> {
  const previous = new Map<string, SalesStage>()
  let nearest: SalesStage | undefined
  for (const stage of graph.activeStages) {
    if (nearest) previous.set(stage.id, nearest)
    if (wanted[graph.positionOf(stage.id)] === 1 && stageKind(stage) === 'open') nearest = stage
  }
  return previous
}
