/**
 * Takes a stage that is there already into a transition: the transition now leads to it and keeps its name,
 * conditions, actions and weight; a plain manual transition goes on to the old target, where none did yet. The stage
 * comes to stand between both.
 */
import { z } from 'zod'
import { quoted, stageNameOf, transitionNameOf } from '../process/names.ts'
import { putRows, withFields } from '../process/rows.ts'
import { stageKind } from '../process/stage.ts'
import { goesBackward } from '../process/stageOrder.ts'
import { defineCommand } from './command.ts'
import { connectionRefusal, isReworkByOrder } from './connection.ts'
import { withPositions } from './moveStages.ts'
import { transitionOf } from './newRows.ts'
import { freePlace } from './placement.ts'
import { placeBetween, withRoomOn } from './roomOnTransition.ts'

export const putStageOnTransition = defineCommand({
  id: 'putStageOnTransition',
  payload: z.strictObject({
    stageId: z.string(),
    transitionId: z.string(),
  }),
  label: (document, { stageId, transitionId }) =>
    `Insert ${quoted(stageNameOf(document, stageId))} on ${quoted(transitionNameOf(document, transitionId))}`,
  refuse: (document, { stageId, transitionId }) => {
    const transition = document.transitions[transitionId]
    const stage = document.stages[stageId]
    if (!transition) return 'The transition is not in this process any more.'
    if (!stage) return 'The stage to insert is not in this process any more.'
    if (transition.fromStageId === stageId || transition.toStageId === stageId)
      return `${quoted(stageNameOf(document, stageId))} is an end of this transition already.`
    if (stageKind(stage) !== 'open') return 'A closed stage ends a deal and cannot stand between two stages.'
    return connectionRefusal(document, transition.fromStageId, stageId, transitionId)
  },
  run: (document, { stageId, transitionId }, context) => {
    const transition = document.transitions[transitionId]
    if (!transition) return document
    const { fromStageId: from, toStageId: to } = transition
    const first = withFields(transition, {
      toStageId: stageId,
      isRework:
        isReworkByOrder(document, from, stageId) ||
        (transition.isRework && goesBackward(document, from, stageId)),
    })
    const goesOn = connectionRefusal(document, stageId, to) === null
    const second = transitionOf(
      document,
      {
        id: context.newId(),
        fromStageId: stageId,
        toStageId: to,
        isRework: isReworkByOrder(document, stageId, to),
      },
      context,
    )
    const roomy = withRoomOn(document, transition)
    const others = Object.values(roomy.stages).filter((stage) => stage.id !== stageId)
    const place = freePlace(
      others.map((stage) => stage.position),
      placeBetween(roomy, transition),
    )
    const placed = withPositions(roomy, { [stageId]: place })
    return putRows(placed, 'transitions', goesOn ? [first, second] : [first])
  },
})
