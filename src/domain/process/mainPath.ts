/** The way most deals are meant to go: what a summary, a handbook and a first look at a process follow. */
import { graphOf, type ProcessGraph } from './graph.ts'
import type { ProcessDocument } from './process.ts'
import type { StageTransition } from './transition.ts'

/** From the entry along the first exit that goes on, until a final stage or a stage already passed. Stage ids. */
export function mainPath(document: ProcessDocument): string[] {
  const graph = graphOf(document)
  const path: string[] = []
  const passed = new Set<string>()
  const losing = new Set(graph.lostStages.map((stage) => stage.id))
  const exitsOf = (id: string) =>
    graph.transitions
      .filter(({ fromStageId, toStageId }) => fromStageId === id && document.stages[toStageId])
      .sort((a, b) => graph.positionOf(a.toStageId) - graph.positionOf(b.toStageId) || (a.id < b.id ? -1 : 1))
  let here = graph.entry?.id
  while (here !== undefined && !passed.has(here)) {
    passed.add(here)
    path.push(here)
    const exits = exitsOf(here).filter((exit) => !exit.isRework && !goesBack(graph, exit))
    here = (exits.find((exit) => !losing.has(exit.toStageId)) ?? exits[0])?.toStageId
  }
  return path
}

/** A transition to a stage that stands before it, or to itself. */
function goesBack(graph: ProcessGraph, way: StageTransition): boolean {
  return (
    way.fromStageId !== null &&
    graph.positionOf(way.fromStageId) >= graph.positionOf(way.toStageId) &&
    graph.positionOf(way.toStageId) >= 0
  )
}

/** A way back from which deals come round again; a way to an earlier stage that never leads here again is none. */
export const closesLoop = (graph: ProcessGraph, way: StageTransition): boolean =>
  goesBack(graph, way) &&
  (way.fromStageId === way.toStageId || graph.reachableFrom([way.toStageId]).has(way.fromStageId ?? ''))
