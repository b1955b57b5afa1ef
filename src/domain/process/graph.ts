/**
 * The process as a graph, indexed once per document so that every rule and view walks it in O(1) a step.
 * Global transitions are expanded: they count as an exit of every active open stage but their target.
 */
import { type ProcessDocument, stagesInOrder } from './process.ts'
import { type SalesStage, stageKind } from './stage.ts'
import type { StageTransition } from './transition.ts'

export interface ProcessGraph {
  /** All stages by order. */
  readonly stages: readonly SalesStage[]
  /** All transitions by id, broken ones too. */
  readonly transitions: readonly StageTransition[]
  readonly activeStages: readonly SalesStage[]
  /** Active open stages by order. */
  readonly openStages: readonly SalesStage[]
  readonly wonStages: readonly SalesStage[]
  readonly lostStages: readonly SalesStage[]
  /** The active open stage marked as entry, else the first one by order; null where there is none. */
  readonly entry: SalesStage | null
  /** The stage with the id; safe for any string, unlike a look-up in the document's record. */
  stage(stageId: string): SalesStage | undefined
  /** Place of a stage in `stages`: a total order even where `stageOrder` repeats; -1 for an unknown id. */
  positionOf(stageId: string): number
  /** Exits of a stage between active stages, global ones included, in a stable order. */
  exits(stageId: string): readonly StageTransition[]
  /** Ways into a stage, by the same rule. */
  entrances(stageId: string): readonly StageTransition[]
  /** Ids of the active stages reachable from the given ones (themselves included) along transitions. */
  reachableFrom(stageIds: readonly string[]): ReadonlySet<string>
  /** Ids of the active stages from which any of the given ones can be reached (themselves included). */
  leadingTo(stageIds: readonly string[]): ReadonlySet<string>
}

const none: readonly StageTransition[] = []
const cache = new WeakMap<ProcessDocument, ProcessGraph>()

/** The graph of a document. Memoised by identity: documents are immutable. */
export function graphOf(document: ProcessDocument): ProcessGraph {
  const had = cache.get(document)
  if (had) return had
  const graph = indexGraph(document)
  cache.set(document, graph)
  return graph
}

function indexGraph(document: ProcessDocument): ProcessGraph {
  const stages = stagesInOrder(document)
  const activeStages = stages.filter((stage) => stage.isActive)
  const ofKind = (kind: string) => activeStages.filter((stage) => stageKind(stage) === kind)
  const openStages = ofKind('open')
  const positions = new Map(stages.map((stage, index) => [stage.id, index]))
  const active = new Set(activeStages.map((stage) => stage.id))
  const out = new Map<string, StageTransition[]>()
  const into = new Map<string, StageTransition[]>()
  const put = (map: Map<string, StageTransition[]>, key: string, transition: StageTransition) => {
    const list = map.get(key)
    if (list) list.push(transition)
    else map.set(key, [transition])
  }
  const transitions = Object.values(document.transitions).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const transition of transitions) {
    if (!active.has(transition.toStageId)) continue
    const sources = transition.isGlobal
      ? openStages.map((stage) => stage.id)
      : transition.fromStageId !== null && active.has(transition.fromStageId)
        ? [transition.fromStageId]
        : []
    for (const source of sources) {
      if (transition.isGlobal && source === transition.toStageId) continue
      put(out, source, transition)
    }
    if (sources.length > 0) put(into, transition.toStageId, transition)
  }
  const sourcesOf = (transition: StageTransition): readonly string[] =>
    transition.isGlobal
      ? openStages.map((stage) => stage.id)
      : transition.fromStageId === null
        ? []
        : [transition.fromStageId]

  return {
    stages,
    transitions,
    activeStages,
    openStages,
    wonStages: ofKind('won'),
    lostStages: ofKind('lost'),
    entry: openStages.find((stage) => stage.isEntry) ?? openStages[0] ?? null,
    stage: (stageId) => stages[positions.get(stageId) ?? -1],
    positionOf: (stageId) => positions.get(stageId) ?? -1,
    exits: (stageId) => out.get(stageId) ?? none,
    entrances: (stageId) => into.get(stageId) ?? none,
    reachableFrom: (ids) =>
      flood(ids, (id) => (out.get(id) ?? none).map((transition) => transition.toStageId)),
    leadingTo: (ids) => flood(ids, (id) => (into.get(id) ?? none).flatMap(sourcesOf)),
  }
}

function flood(start: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(start)
  const queue = [...start]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const neighbour of next(id)) {
      if (seen.has(neighbour)) continue
      seen.add(neighbour)
      queue.push(neighbour)
    }
  }
  return seen
}
