/** What happens to a deal: moves, approvals, automatic moves, scenarios. Pure; time and actor come in as parameters. */
export {
  type ApprovalDecision,
  type ApprovalRequest,
  type ApprovalStepState,
  applicableSteps,
  approvalRequestSchema,
  approverOf,
  type DecisionResult,
  decide,
  letTimePass,
  openStep,
  requestApproval,
} from './approvals.ts'
export {
  type AutomaticMove,
  automaticExits,
  nextAutomaticTransition,
  walkAutomatically,
} from './automatic.ts'
export type { Actor, MoveQuestion } from './checks.ts'
export { type Deal, dealSchema, isFilled, newDeal } from './deal.ts'
export { dealAfter } from './effects.ts'
export { evaluateRule, failingLeaves, type RuleResult, type RuleTrace } from './evaluateRule.ts'
export { evaluateTransition } from './evaluateTransition.ts'
export { ruleSentence, valueInWords, valueSentence } from './ruleSentence.ts'
export { runScenario, type ScenarioResult, type TrailEntry } from './scenarios.ts'
export {
  type Effect,
  effectSchema,
  type Verdict,
  type VerdictEntry,
  verdictEntrySchema,
  verdictSchema,
} from './verdict.ts'
