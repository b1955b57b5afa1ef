/**
 * Splits a transition by a new stage. The transition itself now leads into the new stage and keeps its name,
 * conditions, actions and weight: what a deal must satisfy to leave, it still must. From the new stage a plain
 * manual transition goes on to the old target. What lies beyond makes room where the new card would touch others.
 */
import { z } from 'zod'
import { canvasGrid, cardSize } from '../process/canvasGrid.ts'
import { quoted, transitionNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import { type Position, positionSchema, stageKind } from '../process/stage.ts'
import { goesBackward, withStagesAfter } from '../process/stageOrder.ts'
import type { StageTransition } from '../process/transition.ts'
import { freshName, withProbabilityBetween } from './addStage.ts'
import { stageChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { isReworkByOrder } from './connection.ts'
import { withPositions } from './moveStages.ts'
import { stageOf, transitionOf } from './newRows.ts'
import { freePlace, positionsOf } from './placement.ts'
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

function placeBetween(document: ProcessDocument, transition: StageTransition): Position {
  const to = document.stages[transition.toStageId]?.position ?? { x: 0, y: 0 }
  const from =
    (transition.fromStageId === null ? undefined : document.stages[transition.fromStageId]?.position) ??
    ({ x: to.x - 2 * canvasGrid.x, y: to.y } satisfies Position)
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }
}

/** Less than this between the two ends, and the new stage's card would touch theirs. */
const tight = 2 * cardSize.width + 80

/** Opens the drawing where both ends lie in one row and too near: all that lies from the target on moves right. */
function withRoomOn(document: ProcessDocument, transition: StageTransition): ProcessDocument {
  const from = document.stages[transition.fromStageId ?? '']?.position
  const to = document.stages[transition.toStageId]?.position
  if (!from || !to || Math.abs(to.y - from.y) >= cardSize.height) return document
  const between = to.x - from.x
  if (between < cardSize.width || between >= tight) return document
  const by = 2 * canvasGrid.x - between
  const beyond = Object.values(document.stages).filter(
    ({ position }) => position.x > to.x - cardSize.width / 2 && position.x > from.x,
  )
  return withPositions(
    document,
    Object.fromEntries(beyond.map(({ id, position }) => [id, { x: position.x + by, y: position.y }])),
  )
}
