/**
 * Ways in and out of stages as the canvas draws them: an edge for a transition between two stages, a badge on the
 * target for a global one. Inactive stages count: they can be seen, so they can be walked to. Indexed once a document.
 */
import { graphOf } from '../domain/process/graph.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { StageTransition } from '../domain/process/transition.ts'

interface Ways {
  readonly out: ReadonlyMap<string, readonly StageTransition[]>
  readonly into: ReadonlyMap<string, readonly StageTransition[]>
}

const none: readonly StageTransition[] = []
const cache = new WeakMap<ProcessDocument['transitions'], { stages: ProcessDocument['stages']; ways: Ways }>()

/** Transitions that leave this very stage for an existing one, by the order of their targets. */
export const localExits = (document: ProcessDocument, stageId: string): readonly StageTransition[] =>
  waysOf(document).out.get(stageId) ?? none

/** Transitions that lead here, by the order of their sources; global ones last. */
export const waysIn = (document: ProcessDocument, stageId: string): readonly StageTransition[] =>
  waysOf(document).into.get(stageId) ?? none

function waysOf(document: ProcessDocument): Ways {
  const had = cache.get(document.transitions)
  if (had && had.stages === document.stages) return had.ways
  const ways = index(document)
  cache.set(document.transitions, { stages: document.stages, ways })
  return ways
}

function index(document: ProcessDocument): Ways {
  const graph = graphOf(document)
  const out = new Map<string, StageTransition[]>()
  const into = new Map<string, StageTransition[]>()
  const put = (map: Map<string, StageTransition[]>, key: string, transition: StageTransition) => {
    const list = map.get(key)
    if (list) list.push(transition)
    else map.set(key, [transition])
  }
  for (const transition of Object.values(document.transitions)) {
    const from = transition.fromStageId
    if (!document.stages[transition.toStageId]) continue
    if (from !== null && !document.stages[from]) continue
    put(into, transition.toStageId, transition)
    if (from !== null) put(out, from, transition)
  }
  const place = (id: string | null) => (id === null ? Number.MAX_SAFE_INTEGER : graph.positionOf(id))
  const byId = (a: StageTransition, b: StageTransition) => (a.id < b.id ? -1 : 1)
  for (const list of out.values()) list.sort((a, b) => place(a.toStageId) - place(b.toStageId) || byId(a, b))
  for (const list of into.values())
    list.sort((a, b) => place(a.fromStageId) - place(b.fromStageId) || byId(a, b))
  return { out, into }
}
