/** Copies stages beside their originals, with the transitions among them. What identifies a stage is made anew. */
import { z } from 'zod'
import { canvasGrid } from '../process/canvasGrid.ts'
import { stagesInWords } from '../process/names.ts'
import { type ProcessDocument, stagesInOrder } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import type { SalesStage } from '../process/stage.ts'
import { withStagesAfter } from '../process/stageOrder.ts'
import { uniqueName } from './addStage.ts'
import { type CommandContext, defineCommand } from './command.ts'
import { freeOffset, positionsOf } from './placement.ts'
import { codeFromName, codesOf, uniqueCode } from './stageCode.ts'

export const duplicateStages = defineCommand({
  id: 'duplicateStages',
  payload: z.strictObject({
    stageIds: z.array(z.string()).min(1, 'Choose at least one stage to duplicate.'),
  }),
  label: (document, { stageIds }) => `Duplicate ${stagesInWords(document, stageIds)}`,
  refuse: (document, { stageIds }) =>
    stageIds.every((id) => document.stages[id])
      ? null
      : 'A stage to duplicate is not in this process any more.',
  run: (document, { stageIds }, context) => {
    const chosen = new Set(stageIds)
    const originals = stagesInOrder(document).filter((stage) => chosen.has(stage.id))
    const below = originals.map(({ position }) => ({ x: position.x, y: position.y + canvasGrid.y }))
    const offset = freeOffset(positionsOf(document), below)
    const copies = new Map<string, string>()
    const copied = originals.reduce((next, original) => {
      const { x, y } = original.position
      const position = { x: x + offset.x, y: y + canvasGrid.y + offset.y }
      const copy = copyOf(next, original, { position }, context)
      copies.set(original.id, copy.id)
      return withStagesAfter(next, [copy], original.id)
    }, document)
    const transitions = Object.values(document.transitions).flatMap((transition) => {
      const from = transition.fromStageId === null ? undefined : copies.get(transition.fromStageId)
      const to = copies.get(transition.toStageId)
      if (from === undefined || to === undefined) return []
      return [
        {
          ...transition,
          id: context.newId(),
          fromStageId: from,
          toStageId: to,
          createdAt: context.now,
          updatedAt: null,
        },
      ]
    })
    return putRows(copied, 'transitions', transitions)
  },
})

/** A stage with the same content but an identity of its own: id, name and code that are free, not the entry. */
export function copyOf(
  document: ProcessDocument,
  original: SalesStage,
  given: Pick<SalesStage, 'position'> & { keepNameWhereFree?: boolean },
  context: CommandContext,
): SalesStage {
  const name = original.stageName.trim()
  const wanted = given.keepNameWhereFree ? name : `${name.slice(0, 90)} copy`.trim()
  const stageName = wanted === '' ? '' : uniqueName(document, wanted)
  return {
    ...original,
    id: context.newId(),
    companyId: document.process.companyId,
    processId: document.process.id,
    stageName,
    stageCode: uniqueCode(
      codesOf(document),
      given.keepNameWhereFree && original.stageCode ? original.stageCode : codeFromName(stageName),
    ),
    isEntry: false,
    position: given.position,
    externalId: null,
    lineage: [],
    createdByUserId: context.actorId || null,
    updatedByUserId: null,
    createdAt: context.now,
    updatedAt: null,
  }
}
