/** Keeps a walk of a deal with its expected outcome; one with the same id is replaced. */
import { z } from 'zod'
import { quoted } from '../process/names.ts'
import { putRows } from '../process/rows.ts'
import { scenarioSchema } from '../process/scenario.ts'
import { stagesNamedBy } from '../process/withoutStages.ts'
import { defineCommand } from './command.ts'

export const saveScenario = defineCommand({
  id: 'saveScenario',
  payload: z.strictObject({ scenario: scenarioSchema }),
  label: (_, { scenario }) => `Save scenario ${quoted(scenario.scenarioName.trim() || 'Unnamed scenario')}`,
  refuse: (document, { scenario }) =>
    stagesNamedBy(scenario).every((id) => document.stages[id])
      ? null
      : 'The scenario names a stage that is not in this process.',
  run: (document, { scenario }) => putRows(document, 'scenarios', [scenario]),
})
