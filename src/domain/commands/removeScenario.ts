/** Removes a saved scenario and the waivers about it. */
import { z } from 'zod'
import { quoted, rowNameOf } from '../process/names.ts'
import { dropRows } from '../process/rows.ts'
import { withoutRowsAbout } from '../process/withoutStages.ts'
import { defineCommand } from './command.ts'

export const removeScenario = defineCommand({
  id: 'removeScenario',
  payload: z.strictObject({ scenarioId: z.string() }),
  label: (document, { scenarioId }) =>
    `Delete scenario ${quoted(rowNameOf(document, 'scenarios', scenarioId))}`,
  refuse: (document, { scenarioId }) =>
    document.scenarios[scenarioId] ? null : 'The scenario is not in this process any more.',
  run: (document, { scenarioId }) =>
    withoutRowsAbout(dropRows(document, 'scenarios', [scenarioId]), [scenarioId]),
})
