/** What may be connected. The canvas asks while hovering, the picker for every option, the commands before they run. */

import { quoted, stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { stageKind } from '../process/stage.ts'
import { goesBackward } from '../process/stageOrder.ts'

/**
 * Why a transition from one stage to another may not be made, in one sentence; null where it may. A source of null
 * is a global transition. `except` is the transition being reconnected, which does not stand in its own way.
 */
export function connectionRefusal(
  document: ProcessDocument,
  fromStageId: string | null,
  toStageId: string,
  except?: string,
): string | null {
  const from = fromStageId === null ? null : document.stages[fromStageId]
  if (from === undefined) return 'The stage to connect from is not in this process any more.'
  if (!document.stages[toStageId]) return 'The stage to connect to is not in this process any more.'
  if (fromStageId === toStageId) return 'A stage cannot be connected to itself.'
  const name = from ? stageNameOf(document, from.id) : ''
  if (from && stageKind(from) !== 'open')
    return `${name} is a final stage and cannot have outgoing transitions.`
  const twin = Object.values(document.transitions).some(
    (transition) =>
      transition.id !== except &&
      transition.fromStageId === fromStageId &&
      transition.toStageId === toStageId,
  )
  if (!twin) return null
  const target = quoted(stageNameOf(document, toStageId))
  return from
    ? `${quoted(name)} is already connected to ${target}.`
    : `Every open stage already leads to ${target}.`
}

/** Whether a new transition is a deliberate way back: it goes against the order and the policy allows that. */
export function isReworkByOrder(
  document: ProcessDocument,
  fromStageId: string | null,
  toStageId: string,
): boolean {
  return document.process.policies.allow_rework && goesBackward(document, fromStageId, toStageId)
}
