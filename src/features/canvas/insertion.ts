/** Whether a stage that is dragged would be taken into the transition it is held over. */
import { refusalOf } from '../../domain/commands/registry.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { Position } from '../../domain/process/stage.ts'
import { transitionNameOf } from '../../editor/rowNames.ts'
import { localExits, waysIn } from '../../editor/ways.ts'
import { say, text } from '../../text/index.ts'
import { nearLine } from './places.ts'
import { plannedRoute } from './routing.ts'

export interface Insertion {
  readonly transitionId: string
  readonly refused: boolean
  /** What letting go would do, or why it may not be done. */
  readonly word: string
}

/**
 * Over a transition's chip; over its line too where the stage is not connected yet: a connected one is often only
 * carried across.
 */
export function insertionAt(document: ProcessDocument, stageId: string, point: Position): Insertion | null {
  const loose =
    localExits(document, stageId).length === 0 &&
    waysIn(document, stageId).every((way) => way.fromStageId === null)
  for (const { id: transitionId, fromStageId, toStageId } of Object.values(document.transitions)) {
    if (fromStageId === null || fromStageId === stageId || toStageId === stageId) continue
    const route = plannedRoute(document, transitionId)
    if (!route) continue
    const onChip = Math.abs(point.x - route.label.x) < 40 && Math.abs(point.y - route.label.y) < 16
    if (!onChip && !(loose && nearLine(route.points, point, 9))) continue
    const refusal = refusalOf(document, { id: 'putStageOnTransition', payload: { stageId, transitionId } })
    const name = transitionNameOf(document, transitionId)
    return {
      transitionId,
      refused: refusal !== null,
      word: refusal === null ? text('canvas', 'insertHere', { name }) : say(refusal),
    }
  }
  return null
}
