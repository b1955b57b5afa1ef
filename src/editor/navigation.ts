/**
 * Walking the process by keys (accessibility §2.2): arrows follow transitions, Page Up and Down the order. Pure: from
 * a place to the next place, or to the sentence that says why there is none. Nothing ever yields silence.
 */
import { graphOf } from '../domain/process/graph.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { type SalesStage, stageKind } from '../domain/process/stage.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { text } from '../text/index.ts'
import type { ElementRef } from './editor.ts'
import { stageNameOf } from './rowNames.ts'
import { exists } from './session.ts'
import { localExits, waysIn } from './ways.ts'

/** Direction along the process. Left to right, the right arrow is `forward`; top to bottom, the down arrow is. */
export type Direction = 'forward' | 'back' | 'above' | 'below'

/** Where a walk stands, with the little it must remember of the way. */
export interface Place {
  readonly element: ElementRef
  /** The transition passed or reached last, and which end we came from. */
  readonly by: { readonly transitionId: string; readonly from: 'source' | 'target' } | null
  /** Stages walked through forward without a jump: coming upon one again is "back to". */
  readonly trail: readonly string[]
}

export type Step =
  | {
      readonly place: Place
      /** What to say beside the name that focus says: "Back to Qualification."; null mostly. */
      readonly say: string | null
      /** The single transition that was passed, for detailed verbosity. */
      readonly via: string | null
    }
  | { readonly place: null; readonly say: string }

/** A walk begins anew at an element: after a click, a jump, an undo. */
export const standing = (element: ElementRef): Place => ({ element, by: null, trail: [] })

const stageAt = (id: string): ElementRef => ({ kind: 'stage', id })
const transitionAt = (id: string): ElementRef => ({ kind: 'transition', id })
const stay = (say: string): Step => ({ place: null, say })
const to = (place: Place, say: string | null = null, via: string | null = null): Step => ({ place, say, via })

/** What an arrow means where the process runs left to right, or top to bottom. */
export function directionOf(
  key: 'ArrowRight' | 'ArrowLeft' | 'ArrowUp' | 'ArrowDown',
  flow: 'right' | 'down' = 'right',
): Direction {
  const right = { ArrowRight: 'forward', ArrowLeft: 'back', ArrowUp: 'above', ArrowDown: 'below' } as const
  const down = { ArrowDown: 'forward', ArrowUp: 'back', ArrowLeft: 'above', ArrowRight: 'below' } as const
  return flow === 'right' ? right[key] : down[key]
}

/** One step of an arrow key. */
export function walk(document: ProcessDocument, place: Place, direction: Direction): Step {
  if (!exists(document, place.element)) return fallBack(document)
  const transition = place.element.kind === 'transition' ? document.transitions[place.element.id] : undefined
  if (transition) return walkFromTransition(document, place, transition, direction)
  const stage = document.stages[place.element.id]
  if (!stage) return fallBack(document)
  if (direction === 'above' || direction === 'below') return walkAcross(document, stage, direction)
  return direction === 'forward' ? walkOn(document, place, stage) : walkBack(document, place, stage)
}

/** The next or previous stage by order, the start, the last: together they reach every stage. */
export function goTo(
  document: ProcessDocument,
  active: ElementRef | null,
  where: 'next' | 'previous' | 'start' | 'last',
): Step {
  const graph = graphOf(document)
  const { stages } = graph
  const last = stages.at(-1)
  const start = graph.entry ?? stages[0]
  if (!last || !start) return stay(text('speech', 'navNothing'))
  if (where === 'start') return to(standing(stageAt(start.id)))
  if (where === 'last') return to(standing(stageAt(last.id)))
  const transition = active?.kind === 'transition' ? document.transitions[active.id] : undefined
  const here = active?.kind === 'stage' ? active.id : (transition?.fromStageId ?? transition?.toStageId)
  const index = here === undefined ? -1 : graph.positionOf(here)
  if (index < 0) return to(standing(stageAt(start.id)))
  const next = stages[where === 'next' ? index + 1 : index - 1]
  if (next) return to(standing(stageAt(next.id)))
  const name = stageNameOf(document, here ?? '')
  return stay(text('speech', where === 'next' ? 'navLast' : 'navFirst', { name }))
}

/** Along the n-th outgoing transition (from 1) of the active stage, or of the stage an active transition leaves. */
export function follow(document: ProcessDocument, place: Place, number: number): Step {
  const { kind, id } = place.element
  const stageId = kind === 'stage' ? id : document.transitions[id]?.fromStageId
  const exit = stageId ? localExits(document, stageId)[number - 1] : undefined
  if (!exit) return stay(text('speech', 'navNoSuch', { number }))
  return arrive(document, place, exit)
}

/** The first outgoing transition of a stage, even where it is the only one; else the first incoming one. */
export function firstTransition(document: ProcessDocument, place: Place): Step {
  const { kind, id } = place.element
  if (kind === 'transition') return to(place)
  const exit = localExits(document, id)[0]
  if (exit) return to(reached(place, exit, 'source'))
  const entrance = waysIn(document, id)[0]
  if (entrance) return to(reached(place, entrance, 'target'))
  return stay(text('speech', 'navNoExit', { name: stageNameOf(document, id) }))
}

function walkOn(document: ProcessDocument, place: Place, stage: SalesStage): Step {
  const exits = localExits(document, stage.id)
  const [first] = exits
  const name = stageNameOf(document, stage.id)
  if (!first) return stay(text('speech', stageKind(stage) === 'open' ? 'navNoExit' : 'navEnd', { name }))
  if (exits.length === 1) return arrive(document, place, first, true)
  // Coming back over a transition, the way on is the one we came by.
  const known =
    place.by?.from === 'target' ? exits.find((exit) => exit.id === place.by?.transitionId) : undefined
  return to(reached(place, known ?? first, 'source'))
}

function walkBack(document: ProcessDocument, place: Place, stage: SalesStage): Step {
  const ways = waysIn(document, stage.id)
  const [first] = ways
  if (!first) {
    const isStart = graphOf(document).entry?.id === stage.id
    const name = stageNameOf(document, stage.id)
    return stay(text('speech', isStart ? 'navStart' : 'navNoEntrance', { name }))
  }
  const known =
    place.by?.from === 'source' ? ways.find((way) => way.id === place.by?.transitionId) : undefined
  if (ways.length === 1 && first.fromStageId !== null) return leaveFor(place, first, first.fromStageId)
  return to(reached(place, known ?? first, 'target'))
}

/** On a transition: forward to its target, back to its source, up and down through its siblings. */
function walkFromTransition(
  document: ProcessDocument,
  place: Place,
  transition: StageTransition,
  direction: Direction,
): Step {
  const fromTarget = place.by?.from === 'target'
  if (direction === 'forward')
    return document.stages[transition.toStageId] ? arrive(document, place, transition) : fallBack(document)
  if (direction === 'back') {
    const source = transition.fromStageId
    if (source === null) return stay(text('speech', 'navGlobalSource'))
    return document.stages[source] ? leaveFor(place, transition, source) : fallBack(document)
  }
  const siblings =
    fromTarget || transition.fromStageId === null
      ? waysIn(document, transition.toStageId)
      : localExits(document, transition.fromStageId)
  const index = siblings.findIndex((other) => other.id === transition.id)
  const next = siblings[direction === 'above' ? index - 1 : index + 1]
  if (!next || index < 0)
    return stay(text('speech', direction === 'above' ? 'navNoTransitionBefore' : 'navNoTransitionAfter'))
  return to(reached(place, next, fromTarget || transition.fromStageId === null ? 'target' : 'source'))
}

/** The nearest stage above or below: near in height first, and rather straight than aslant. */
function walkAcross(document: ProcessDocument, stage: SalesStage, direction: 'above' | 'below'): Step {
  const sign = direction === 'below' ? 1 : -1
  let best: { id: string; far: number } | null = null
  for (const other of graphOf(document).stages) {
    const down = (other.position.y - stage.position.y) * sign
    const aside = Math.abs(other.position.x - stage.position.x)
    if (other.id === stage.id || down <= 0 || aside > 2 * down + 260) continue
    const far = down + 2 * aside
    if (!best || far < best.far) best = { id: other.id, far }
  }
  if (best) return to(standing(stageAt(best.id)))
  return stay(text('speech', direction === 'above' ? 'navNoneAbove' : 'navNoneBelow'))
}

/** On a transition's chip, remembering from which end we came. */
const reached = (place: Place, transition: StageTransition, from: 'source' | 'target'): Place => ({
  element: transitionAt(transition.id),
  by: { transitionId: transition.id, from },
  trail:
    place.element.kind === 'stage' && from === 'source' ? [...place.trail, place.element.id] : place.trail,
})

/** At the target of a transition; "back to" where this walk has been there. */
function arrive(document: ProcessDocument, place: Place, transition: StageTransition, passed = false): Step {
  const target = transition.toStageId
  const here = place.element.kind === 'stage' ? [...place.trail, place.element.id] : place.trail
  const looped = here.includes(target)
  const name = transition.transitionName.trim()
  return to(
    {
      element: stageAt(target),
      by: { transitionId: transition.id, from: 'source' },
      trail: looped ? [] : here,
    },
    looped ? text('speech', 'navLoop', { name: stageNameOf(document, target) }) : null,
    passed && name !== '' ? text('speech', 'via', { name }) : null,
  )
}

/** At the source of a transition, one stage back on the trail. */
function leaveFor(place: Place, transition: StageTransition, source: string): Step {
  const cut = place.trail.lastIndexOf(source)
  return to({
    element: stageAt(source),
    by: { transitionId: transition.id, from: 'target' },
    trail: cut < 0 ? [] : place.trail.slice(0, cut),
  })
}

/** Where the element is gone, or leads to nothing: the start. */
function fallBack(document: ProcessDocument): Step {
  return goTo(document, null, 'start')
}
