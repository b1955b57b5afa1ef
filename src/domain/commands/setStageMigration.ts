/** Says where the open deals of a removed or deactivated stage go on publish; null takes that back. */
import { z } from 'zod'
import { quoted, stageNameOf } from '../process/names.ts'
import { withProcess } from '../process/rows.ts'
import { defineCommand } from './command.ts'

export const setStageMigration = defineCommand({
  id: 'setStageMigration',
  payload: z.strictObject({ stageId: z.string().min(1), toStageId: z.string().nullable() }),
  label: (document, { stageId, toStageId }) => {
    const deals = document.stages[stageId]
      ? `deals of ${quoted(stageNameOf(document, stageId))}`
      : 'deals of the deleted stage'
    return toStageId === null
      ? `Leave open where ${deals} go`
      : `Move ${deals} to ${quoted(stageNameOf(document, toStageId))}`
  },
  refuse: (document, { stageId, toStageId }) => {
    if (toStageId === null) return null
    if (stageId === toStageId) return 'Deals cannot move to the stage they have to leave.'
    return document.stages[toStageId] ? null : 'Deals can only move to a stage of this process.'
  },
  run: (document, { stageId, toStageId }) => {
    const { [stageId]: _, ...others } = document.process.stageMigrations
    return withProcess(document, {
      stageMigrations: toStageId === null ? others : { ...others, [stageId]: toStageId },
    })
  },
})
