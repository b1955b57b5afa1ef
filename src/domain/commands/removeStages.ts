/** Removes stages with all that points at them; says, where asked, where their open deals go on publish. */
import { z } from 'zod'
import { stagesInWords } from '../process/names.ts'
import { renumbered } from '../process/stageOrder.ts'
import { withoutStages } from '../process/withoutStages.ts'
import { defineCommand } from './command.ts'

export const removeStages = defineCommand({
  id: 'removeStages',
  payload: z.strictObject({
    stageIds: z.array(z.string()).min(1, 'Choose at least one stage to delete.'),
    /** Removed stage id → remaining stage id. */
    migrations: z.record(z.string(), z.string()).optional(),
  }),
  label: (document, { stageIds }) => `Delete ${stagesInWords(document, stageIds)}`,
  refuse: (document, { stageIds, migrations = {} }) => {
    if (!stageIds.every((id) => document.stages[id]))
      return 'A stage to delete is not in this process any more.'
    const gone = new Set(stageIds)
    const wrong = Object.entries(migrations).some(
      ([from, to]) => !gone.has(from) || gone.has(to) || !document.stages[to],
    )
    return wrong ? 'Deals of a deleted stage can only move to a stage that remains.' : null
  },
  run: (document, { stageIds, migrations }) => renumbered(withoutStages(document, stageIds, migrations)),
})
