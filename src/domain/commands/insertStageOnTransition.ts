/**
 * Splits a transition by a new stage. The transition itself now leads into the new stage and keeps its name,
 * conditions, actions and weight: what a deal must satisfy to leave, it still must. From the new stage a plain
 * manual transition goes on to the old target. What lies beyond makes room where the new card would touch others.
 */
import { z } from 'zod'
import { quoted, transitionNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import { positionSchema, stageKind } from '../process/stage.ts'
import { goesBackward, withStagesAfter } from '../process/stageOrder.ts'
import type { StageTransition } from '../process/transition.ts'
import { freshName, withProbabilityBetween } from './addStage.ts'
import { stageChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { isReworkByOrder } from './connection.ts'
import { stageOf, transitionOf } from './newRows.ts'
import { freePlace, positionsOf } from './placement.ts'
import { placeBetween, withRoomOn } from './roomOnTransition.ts'
import { codeFromName, codesOf, uniqueCode } from './stageCode.ts'

export const insertStageOnTransition = defineCommand({
  id: 'insertStageOnTransition',
  payload: z.strictObject({
    transitionId: z.string(),
    id: z.string().min(1).optional(),
    name: z.string().max(100).optional(),
    position: positionSchema.optional(),
    changes: stageChangesSchema.optional(),
  }),
  label: (document, { transitionId, name, changes }) =>
    `Insert ${quoted(changes?.stageName ?? name ?? freshName(document, 'open'))} on ${quoted(transitionNameOf(document, transitionId))}`,
  refuse: (document, { transitionId, id }) => {
    const transition = document.transitions[transitionId]
    if (!transition) return 'The transition is not in this process any more.'
    if (id !== undefined && document.stages[id]) return 'There is already a stage with this id.'
    if (!document.stages[transition.toStageId]) return 'The transition leads to a stage that is missing.'
    const from = transition.fromStageId === null ? undefined : document.stages[transition.fromStageId]
    if (!from && !transition.isGlobal) return 'The transition leaves a stage that is missing.'
    return null
  },
  run: (document, payload, context) => {
    const transition = document.transitions[payload.transitionId]
    if (!transition) return document
    const changes = payload.changes ?? {}
    const stageName = changes.stageName ?? payload.name ?? freshName(document, 'open')
    const given = payload.position ?? changes.position
    const roomy = given ? document : withRoomOn(document, transition)
    const stage = stageOf(
      document,
      'open',
      {
        id: payload.id ?? context.newId(),
        stageName,
        stageCode: uniqueCode(codesOf(document), codeFromName(stageName)),
        position: freePlace(positionsOf(roomy), payload.position ?? placeBetween(roomy, transition)),
        ...changes,
      },
      context,
    )
    const placed = withProbabilityBetween(
      withStagesAfter(roomy, [stage], neighbourByOrder(document, transition)),
      stage.id,
      { keep: changes.defaultProbability !== undefined },
    )
    const second = transitionOf(
      document,
      {
        id: context.newId(),
        fromStageId: stage.id,
        toStageId: transition.toStageId,
        isRework:
          isReworkByOrder(placed, stage.id, transition.toStageId) ||
          (transition.isRework && goesBackward(placed, stage.id, transition.toStageId)),
      },
      context,
    )
    const first = {
      ...transition,
      toStageId: stage.id,
      isRework: transition.isRework && goesBackward(placed, transition.fromStageId, stage.id),
    }
    return putRows(placed, 'transitions', [first, second])
  },
})

/** After the source where that is open; a global transition's new stage goes last among the open ones. */
function neighbourByOrder(document: ProcessDocument, transition: StageTransition): string | null {
  const from = transition.fromStageId === null ? undefined : document.stages[transition.fromStageId]
  return from && stageKind(from) === 'open' ? from.id : null
}
