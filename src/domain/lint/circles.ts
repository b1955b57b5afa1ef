/** Transitions that let deals go round without being rework; what a process is worth is only clear without them. */

import { componentsOf } from '../process/components.ts'
import type { ProcessGraph } from '../process/graph.ts'
import { type SalesStage, stageKind } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'

const cache = new WeakMap<ProcessGraph, readonly StageTransition[]>()

/**
 * The transitions that close a circle: within one component, the ones against the order. Exits of closed stages and
 * transitions to oneself have rules of their own. A global transition is not expanded (that would cost stages ×
 * globals): it closes a circle exactly where its target goes on to another open stage.
 */
export function closingTransitions(graph: ProcessGraph): readonly StageTransition[] {
  const had = cache.get(graph)
  if (had) return had
  const found = [...find(graph)]
  cache.set(graph, found)
  return found
}

function* find(graph: ProcessGraph): Iterable<StageTransition> {
  const onward = graph.links.filter(({ transition, to }) => !transition.isRework && isOpen(to))
  const local = onward.filter(({ from, to }) => isOpen(from) && from !== to)
  const against = local.filter((link) => placeOf(graph, link.to) < placeOf(graph, link.from))
  const globals = onward.filter(({ transition }) => transition.isGlobal)
  if (against.length === 0 && globals.length === 0) return

  const next: number[][] = graph.stages.map(() => [])
  for (const { from, to } of local) next[placeOf(graph, from)]?.push(placeOf(graph, to))
  const component = componentsOf(graph.stages.length, (place) => next[place] ?? [])
  for (const { transition, from, to } of against)
    if (component[placeOf(graph, from)] === component[placeOf(graph, to)]) yield transition

  const targets = new Set(globals.map(({ to }) => to))
  for (const { transition, to } of globals)
    if (targets.size > 1 || (next[placeOf(graph, to)]?.length ?? 0) > 0) yield transition
}

const isOpen = (stage: SalesStage | undefined): boolean =>
  stage?.isActive === true && stageKind(stage) === 'open'

const placeOf = (graph: ProcessGraph, stage: SalesStage | undefined): number =>
  stage === undefined ? -1 : graph.positionOf(stage.id)
