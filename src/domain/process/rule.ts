/**
 * Rules that users write: JsonLogic as data, portable to any backend. Only listed operators, at most 8 levels deep
 * and 200 nodes; both are checked before evaluation (rule engine: ../engine/evaluateRule.ts), never by eval.
 */
import { z } from 'zod'

export const ruleLimits = { depth: 8, nodes: 200 } as const

/** The operators a rule may use. `var` names an opportunity field by key; `relative_date` is days from today. */
export const ruleOperators = [
  'var',
  'and',
  'or',
  '!',
  '!!',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'starts_with',
  'ends_with',
  'matches',
  'between',
  'relative_date',
  'some',
  'all',
  'none',
  '+',
  '-',
  '*',
  '/',
] as const
export type RuleOperator = (typeof ruleOperators)[number]

/** Any JSON value. What a user wrote is kept as it is, even where it is not a valid rule: the linter says so. */
export const logicSchema = z.json()
export type Logic = z.infer<typeof logicSchema>

/** One condition with the sentence that tells people what to do when it does not hold. */
export const checkRuleSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().max(100),
  check: logicSchema,
  message: z.string().max(500),
})
export type CheckRule = z.infer<typeof checkRuleSchema>

/** A rule of the entered stage: where `when` holds (or is absent), `check` must hold. */
export const validationRuleSchema = checkRuleSchema.extend({
  when: logicSchema.optional(),
  severity: z.enum(['error', 'warning']),
})
export type ValidationRule = z.infer<typeof validationRuleSchema>
export type StageRule = CheckRule & { kind: 'entry' | 'exit' }
