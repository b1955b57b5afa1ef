/**
 * The process as a graph, indexed once per document so that every rule and view walks it in O(1) a step.
 * Global transitions are expanded: they count as an exit of every active open stage but their target.
 */
import { type ProcessDocument, stagesInOrder } from './process.ts'
import { type SalesStage, stageKind } from './stage.ts'
import type { StageTransition } from './transition.ts'

/** A transition with its two ends looked up: undefined where a stage is missing, or the transition is global. */
export interface Link {
  readonly transition: StageTransition
  readonly from: SalesStage | undefined
  readonly to: SalesStage | undefined
}

/** 1 at the place (`positionOf`) of every stage that belongs, 0 elsewhere. */
export type StageMarks = Uint8Array

export interface ProcessGraph {
  /** All stages by order. */
  readonly stages: readonly SalesStage[]
  /** All transitions by id, broken ones too. */
  readonly transitions: readonly StageTransition[]
  /** The same with their ends. */
  readonly links: readonly Link[]
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
  /** `reachableFrom` as marks: the cheap form for whoever asks about every stage. */
  marksFrom(stages: readonly SalesStage[]): StageMarks
  /** `leadingTo` as marks. */
  marksTo(stages: readonly SalesStage[]): StageMarks
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
  const positions = new Map<string, number>()
  for (const [position, stage] of stages.entries()) positions.set(stage.id, position)
  const positionOf = (stageId: string) => positions.get(stageId) ?? -1
  const activeStages = stages.filter((stage) => stage.isActive)
  const ofKind = (kind: string) => activeStages.filter((stage) => stageKind(stage) === kind)
  const openStages = ofKind('open')
  const openPlaces = openStages.map((stage) => positionOf(stage.id))
  const transitions = Object.values(document.transitions).sort((a, b) => (a.id < b.id ? -1 : 1))

  const links: Link[] = []
  const out: StageTransition[][] = stages.map(() => [])
  const into: StageTransition[][] = stages.map(() => [])
  const next: number[][] = stages.map(() => [])
  const previous: number[][] = stages.map(() => [])
  for (const transition of transitions) {
    const fromPlace =
      transition.isGlobal || transition.fromStageId === null ? -1 : positionOf(transition.fromStageId)
    const toPlace = positionOf(transition.toStageId)
    const [from, to] = [stages[fromPlace], stages[toPlace]]
    links.push({ transition, from, to })
    if (!to?.isActive) continue
    const sources = transition.isGlobal ? openPlaces : from?.isActive ? [fromPlace] : []
    for (const source of sources) {
      if (transition.isGlobal && source === toPlace) continue
      out[source]?.push(transition)
      next[source]?.push(toPlace)
      previous[toPlace]?.push(source)
    }
    if (sources.length > 0) into[toPlace]?.push(transition)
  }

  const placesOf = (ids: readonly string[]) => ids.map(positionOf).filter((place) => place >= 0)
  const idsOf = (marks: StageMarks) =>
    new Set(stages.filter((_, place) => marks[place] === 1).map(({ id }) => id))
  const marks = (starts: readonly SalesStage[], edges: readonly (readonly number[])[]) =>
    flood(placesOf(starts.map((stage) => stage.id)), edges)
  return {
    stages,
    transitions,
    links,
    activeStages,
    openStages,
    wonStages: ofKind('won'),
    lostStages: ofKind('lost'),
    entry: openStages.find((stage) => stage.isEntry) ?? openStages[0] ?? null,
    stage: (stageId) => stages[positionOf(stageId)],
    positionOf,
    exits: (stageId) => out[positionOf(stageId)] ?? none,
    entrances: (stageId) => into[positionOf(stageId)] ?? none,
    reachableFrom: (ids) => idsOf(flood(placesOf(ids), next)),
    leadingTo: (ids) => idsOf(flood(placesOf(ids), previous)),
    marksFrom: (starts) => marks(starts, next),
    marksTo: (ends) => marks(ends, previous),
  }
}

/** Breadth does not matter, only what is met: each place is visited once. */
function flood(start: readonly number[], edges: readonly (readonly number[])[]): StageMarks {
  const seen = new Uint8Array(edges.length)
  const queue = [...start]
  for (const place of start) seen[place] = 1
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const neighbour of edges[place] ?? []) {
      if (seen[neighbour] === 1) continue
      seen[neighbour] = 1
      queue.push(neighbour)
    }
  }
  return seen
}
