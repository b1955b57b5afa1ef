/** What the engine says about a move, as data: for people (sentences), for forms (fields to fix), for machines (effects). */
import { z } from 'zod'
import { actionTypes } from '../process/action.ts'
import { approvalRequestSchema } from './approvalRequest.ts'

/** Where in the order of checks an entry comes from. */
export const checkSteps = [
  'transition',
  'exit_rule',
  'condition',
  'required_field',
  'entry_rule',
  'validation_rule',
  'probability',
  'approval',
] as const

export const verdictEntrySchema = z.strictObject({
  step: z.enum(checkSteps),
  /** Id of the user's rule, or of the engine's own check (`deal/other-stage`). */
  rule_id: z.string(),
  /** For people: what is wrong and what to do. */
  sentence: z.string(),
  /** Key of the opportunity field to fix; null where no field would help. */
  field: z.string().nullable(),
  /** The parts of the rule that do not hold, with the current value of what they name. */
  failing: z.array(
    z.strictObject({
      /** What should hold: "Amount is at least 10,000". */
      expected: z.string(),
      /** What is: "Amount is 500". Empty where the part names no field. */
      actual: z.string(),
      field: z.string().nullable(),
    }),
  ),
})
export type VerdictEntry = z.infer<typeof verdictEntrySchema>

export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('action'),
    on: z.enum(['exit', 'transition', 'entry']),
    action_code: z.string(),
    action_name: z.string(),
    action_type: z.enum(actionTypes),
    parameters: z.record(z.string(), z.json()),
    sentence: z.string(),
  }),
  z.strictObject({ kind: z.literal('stage'), stage_id: z.string(), sentence: z.string() }),
  z.strictObject({ kind: z.literal('probability'), probability: z.number(), sentence: z.string() }),
])
export type Effect = z.infer<typeof effectSchema>

export const verdictSchema = z.strictObject({
  outcome: z.enum(['allowed', 'blocked', 'pending']),
  transitionId: z.string(),
  fromStageId: z.string(),
  /** Empty where the transition does not exist. */
  toStageId: z.string(),
  /** Every failing check, in the order of the steps. */
  blockers: z.array(verdictEntrySchema),
  warnings: z.array(verdictEntrySchema),
  /** The approval that is asked for (outcome `pending`) or was given. */
  approval: approvalRequestSchema.nullable(),
  /** What happens, in order, when the move is made; empty where it is blocked. */
  effects: z.array(effectSchema),
})
export type Verdict = z.infer<typeof verdictSchema>
