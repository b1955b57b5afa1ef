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
  const edges: StageTransition[] = []
  const sources: number[] = []
  const targets: number[] = []
  for (const transition of transitions) {
    const toPlace = positionOf(transition.toStageId)
    const to = stages[toPlace]
    const fromPlace =
      transition.isGlobal || transition.fromStageId === null ? -1 : positionOf(transition.fromStageId)
    const from = stages[fromPlace]
    links.push({ transition, from, to })
    if (!to?.isActive) continue
    for (const source of transition.isGlobal ? openPlaces : from?.isActive ? [fromPlace] : []) {
      if (transition.isGlobal && source === toPlace) continue
      edges.push(transition)
      sources.push(source)
      targets.push(toPlace)
    }
  }
  const out = grouped(sources, edges, stages.length)
  const next = grouped(sources, targets, stages.length)
  const previous = grouped(targets, sources, stages.length)

  const placesOf = (ids: readonly string[]) => ids.map(positionOf).filter((place) => place >= 0)
  const idsOf = (marks: StageMarks) =>
    new Set(stages.filter((_, place) => marks[place] === 1).map(({ id }) => id))
  const marks = (starts: readonly SalesStage[], edges: Grouped<number>) =>
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
    exits: (stageId) => groupOf(out, positionOf(stageId)),
    entrances: (stageId) =>
      links
        .filter(({ from, to, transition: { isGlobal } }) => {
          const begins = isGlobal ? openStages.length > 0 : from?.isActive
          return to?.id === stageId && to.isActive && begins
        })
        .map(({ transition }) => transition),
    reachableFrom: (ids) => idsOf(flood(placesOf(ids), next)),
    leadingTo: (ids) => idsOf(flood(placesOf(ids), previous)),
    marksFrom: (starts) => marks(starts, next),
    marksTo: (ends) => marks(ends, previous),
  }
}

/**
 * Values by key in one flat list, and where those of each key begin. An array for each of ten thousand stages would
 * cost more than all that is asked of the graph.
 */
interface Grouped<T> {
  readonly values: readonly T[]
  readonly begin: Int32Array
}

function grouped<T>(keys: readonly number[], given: readonly T[], count: number): Grouped<T> {
  const begin = new Int32Array(count + 1)
  for (const key of keys) begin[key + 1] = (begin[key + 1] ?? 0) + 1
  for (let key = 0; key < count; key += 1) begin[key + 1] = (begin[key + 1] ?? 0) + (begin[key] ?? 0)
  const free = begin.slice()
  const values = given.slice()
  let index = 0
  for (const value of given) {
    const key = keys[index] ?? 0
    const slot = free[key] ?? 0
    values[slot] = value
    free[key] = slot + 1
    index += 1
  }
  return { values, begin }
}

const groupOf = <T>({ values, begin }: Grouped<T>, key: number): readonly T[] =>
  key < 0 ? [] : values.slice(begin[key], begin[key + 1])

/** Breadth does not matter, only what is met: each place is visited once. */
function flood(start: readonly number[], { values, begin }: Grouped<number>): StageMarks {
  const seen = new Uint8Array(begin.length - 1)
  const queue = [...start]
  for (const place of start) seen[place] = 1
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    const end = begin[place + 1] ?? 0
    for (let edge = begin[place] ?? 0; edge < end; edge += 1) {
      const neighbour = values[edge] ?? 0
      if (seen[neighbour] === 1) continue
      seen[neighbour] = 1
      queue.push(neighbour)
    }
  }
  return seen
}
