/** A saved walk of a deal with its expected outcome: a test of the process. */
import { z } from 'zod'
import { whoSchema } from './who.ts'

/** One thing that happens to the deal on its walk. `stage` names a stage by id. */
export const scenarioStepSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set_fields'), fields: z.record(z.string(), z.json()) }),
  /** `as`: who makes the move; absent: somebody who may make every move. */
  z.strictObject({ do: z.literal('move_to'), stage: z.string(), as: whoSchema.optional() }),
  z.strictObject({ do: z.literal('approve'), role: z.string() }),
  z.strictObject({ do: z.literal('reject'), role: z.string() }),
  /** Takes back the approval that is asked for. */
  z.strictObject({ do: z.literal('recall'), as: whoSchema.optional() }),
  z.strictObject({ do: z.literal('wait_days'), days: z.number().positive() }),
])
export type ScenarioStep = z.infer<typeof scenarioStepSchema>

export const scenarioSchema = z.strictObject({
  id: z.string().min(1),
  scenarioName: z.string().max(100),
  /** The deal before the first step: its stage (null = the entry stage) and field values. */
  start: z.strictObject({ stage: z.string().nullable(), fields: z.record(z.string(), z.json()) }),
  steps: z.array(scenarioStepSchema),
  /** The stage the deal stands in at the end and what the last move came to. */
  expectation: z.strictObject({ stage: z.string(), last_move: z.enum(['allowed', 'blocked', 'pending']) }),
})
export type Scenario = z.infer<typeof scenarioSchema>
