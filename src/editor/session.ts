/** What this tab alone knows of an open process: selection, the active element, a drag. Follows the document. */
import type { ProcessDiff } from '../domain/process/diff.ts'
import { graphOf } from '../domain/process/graph.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { EditorSession, ElementRef } from './editor.ts'

export const emptySession: EditorSession = {
  selection: [],
  active: null,
  dragging: null,
  spotlight: null,
  reveal: null,
}

export function exists(document: ProcessDocument, element: ElementRef): boolean {
  return element.kind === 'stage'
    ? document.stages[element.id] !== undefined
    : document.transitions[element.id] !== undefined
}

export const sameElement = (a: ElementRef | null, b: ElementRef | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id)

/** The session after the document changed: nothing selected, active or dragged that is no longer there. */
export function followed(
  session: EditorSession,
  before: ProcessDocument,
  after: ProcessDocument,
): EditorSession {
  const selection = session.selection.every((element) => exists(after, element))
    ? session.selection
    : session.selection.filter((element) => exists(after, element))
  const active =
    session.active === null || exists(after, session.active)
      ? session.active
      : heirOf(session.active, before, after)
  const dragging =
    session.dragging && Object.keys(session.dragging).some((id) => !after.stages[id])
      ? null
      : session.dragging
  const spotlight = session.spotlight && exists(after, session.spotlight) ? session.spotlight : null
  const same =
    selection === session.selection &&
    active === session.active &&
    dragging === session.dragging &&
    spotlight === session.spotlight
  return same ? session : { ...session, selection, active, dragging, spotlight }
}

/**
 * Where focus goes when an element is removed: the stage before it in the flow, else the next by order, else the
 * previous one; null only where no stage is left.
 */
export function heirOf(gone: ElementRef, before: ProcessDocument, after: ProcessDocument): ElementRef | null {
  const remains = (id: string | null | undefined) =>
    id !== null && id !== undefined && after.stages[id] !== undefined
  const stage = (id: string): ElementRef => ({ kind: 'stage', id })
  if (gone.kind === 'transition') {
    const transition = before.transitions[gone.id]
    for (const id of [transition?.fromStageId, transition?.toStageId]) if (id && remains(id)) return stage(id)
    const first = graphOf(after).entry ?? graphOf(after).stages[0]
    return first ? stage(first.id) : null
  }
  const graph = graphOf(before)
  const predecessor = Object.values(before.transitions)
    .filter((transition) => transition.toStageId === gone.id && remains(transition.fromStageId))
    .map((transition) => transition.fromStageId ?? '')
    .sort((a, b) => graph.positionOf(a) - graph.positionOf(b))[0]
  if (predecessor !== undefined) return stage(predecessor)
  const order = graph.stages
  const place = graph.positionOf(gone.id)
  const next = order.slice(place + 1).find((other) => remains(other.id))
  const previous = order.slice(0, Math.max(place, 0)).findLast((other) => remains(other.id))
  const heir = next ?? previous ?? graphOf(after).stages[0]
  return heir ? stage(heir.id) : null
}

/** What a diff brought into being, stages first. */
export function createdBy(diff: ProcessDiff): ElementRef[] {
  return [
    ...Object.keys(diff.stages.added).map((id): ElementRef => ({ kind: 'stage', id })),
    ...Object.keys(diff.transitions.added).map((id): ElementRef => ({ kind: 'transition', id })),
  ]
}
