/**
 * Puts copied stages and the transitions among them into this process, also from another one. They get ids and codes
 * of their own, 40 px from where they were copied, or with their top left corner at the given place.
 */
import { z } from 'zod'
import { type ProcessDocument, stagesInOrder } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import { type Position, positionSchema, type SalesStage, salesStageSchema } from '../process/stage.ts'
import { withStagesAfter } from '../process/stageOrder.ts'
import { type StageTransition, stageTransitionSchema } from '../process/transition.ts'
import { defineCommand } from './command.ts'
import { copyOf } from './duplicateStages.ts'
import { positionsOf } from './placement.ts'

const nudge = 40

export const pasteFragment = defineCommand({
  id: 'pasteFragment',
  payload: z.strictObject({
    fragment: z.strictObject({
      stages: z.array(salesStageSchema).min(1, 'There is no stage to paste.'),
      transitions: z.array(stageTransitionSchema),
    }),
    position: positionSchema.optional(),
  }),
  label: (_, { fragment }) =>
    fragment.stages.length === 1
      ? `Paste “${fragment.stages[0]?.stageName ?? ''}”`
      : `Paste ${fragment.stages.length} stages`,
  run: (document, { fragment, position }, context) => {
    const byId = new Map(fragment.stages.map((stage) => [stage.id, stage]))
    const originals = stagesInOrder({ stages: Object.fromEntries(byId) })
    const offset = offsetOf(document, originals, position)
    const copies = new Map<string, string>()
    const pasted = originals.reduce((next, original) => {
      const place = { x: original.position.x + offset.x, y: original.position.y + offset.y }
      const copy = copyOf(next, original, { position: place, keepNameWhereFree: true }, context)
      copies.set(original.id, copy.id)
      return withStagesAfter(next, [copy], null)
    }, document)
    const transitions = fragment.transitions.flatMap((transition): StageTransition[] => {
      const to = copies.get(transition.toStageId)
      const from = transition.fromStageId === null ? null : copies.get(transition.fromStageId)
      if (to === undefined || from === undefined) return []
      return [
        {
          ...transition,
          id: context.newId(),
          companyId: document.process.companyId,
          processId: document.process.id,
          fromStageId: from,
          toStageId: to,
          createdAt: context.now,
          updatedAt: null,
        },
      ]
    })
    return putRows(pasted, 'transitions', transitions)
  },
})

/** Pasting again goes on by the same step, so that no copy hides another exactly. */
function offsetOf(
  document: ProcessDocument,
  originals: readonly SalesStage[],
  corner: Position | undefined,
): Position {
  const left = Math.min(...originals.map((stage) => stage.position.x))
  const top = Math.min(...originals.map((stage) => stage.position.y))
  let offset = corner ? { x: corner.x - left, y: corner.y - top } : { x: nudge, y: nudge }
  const taken = new Set(positionsOf(document).map(({ x, y }) => `${x} ${y}`))
  const hides = () =>
    originals.some(({ position }) => taken.has(`${position.x + offset.x} ${position.y + offset.y}`))
  while (hides()) offset = { x: offset.x + nudge, y: offset.y + nudge }
  return offset
}
