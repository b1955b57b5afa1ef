/** Puts all stages into a new order and numbers them 1…n. */
import { z } from 'zod'
import { quoted, stageNameOf } from '../process/names.ts'
import { type ProcessDocument, stagesInOrder } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import { numbered } from '../process/stageOrder.ts'
import { defineCommand } from './command.ts'

export const reorderStages = defineCommand({
  id: 'reorderStages',
  payload: z.strictObject({
    stageIds: z.array(z.string()),
    /** The stage that a person moved: of two neighbours that swap, the order alone does not tell. */
    movedStageId: z.string().optional(),
  }),
  label: (document, { stageIds, movedStageId }) => {
    const moved = movedStageId ?? movedStage(document, stageIds)
    return moved === null
      ? 'Reorder stages'
      : `Move ${quoted(stageNameOf(document, moved))} to position ${stageIds.indexOf(moved) + 1}`
  },
  refuse: (document, { stageIds }) => {
    const all = Object.keys(document.stages)
    const named = new Set(stageIds)
    const complete =
      named.size === stageIds.length && all.length === named.size && all.every((id) => named.has(id))
    return complete ? null : 'The new order must name every stage of the process exactly once.'
  },
  run: (document, { stageIds }) => {
    const stages = stageIds.flatMap((id) => document.stages[id] ?? [])
    return putRows(document, 'stages', numbered(stages))
  },
})

/** The one stage whose move explains the new order; null where there is none or where several moved. */
function movedStage(document: ProcessDocument, stageIds: readonly string[]): string | null {
  const before = stagesInOrder(document).map((stage) => stage.id)
  const first = before.findIndex((id, index) => stageIds[index] !== id)
  const last = before.findLastIndex((id, index) => stageIds[index] !== id)
  const candidates = [before[first], before[last]]
  for (const moved of candidates) {
    if (moved === undefined) continue
    const rest = before.filter((id) => id !== moved)
    const others = stageIds.filter((id) => id !== moved)
    if (rest.every((id, index) => others[index] === id)) return moved
  }
  return null
}
