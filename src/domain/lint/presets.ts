/** How serious each rule is, which of its problems may be waived, and when a policy switches it off. */
import type { Policies } from '../process/process.ts'
import type { RuleId } from './registry.ts'
import type { Severity } from './rule.ts'

export const severities: Readonly<Record<RuleId, Severity>> = {
  'graph/no-entry': 'error',
  'graph/many-entries': 'warning',
  'graph/unreachable-stage': 'error',
  'graph/dead-end': 'error',
  'graph/cannot-win': 'warning',
  'graph/cannot-lose': 'info',
  'graph/cycle': 'error',
  'graph/backward-transition': 'error',
  'graph/rework-not-allowed': 'error',
  'graph/self-transition': 'error',
  'graph/duplicate-transition': 'error',
  'graph/leaves-closed-stage': 'error',
  'graph/inactive-stage-linked': 'warning',
  'graph/dangling-transition': 'error',
  'stage/name-required': 'error',
  'stage/code-required': 'error',
  'stage/code-format': 'error',
  'stage/code-unique': 'error',
  'stage/order-unique': 'error',
  'stage/order-sequential': 'error',
  'stage/name-unique': 'warning',
  'stage/description-missing': 'info',
  'stage/too-many': 'info',
  'stage/too-few': 'error',
  'stage/closed-won-and-lost': 'error',
  'stage/closed-won-count': 'error',
  'stage/closed-lost-count': 'error',
  'probability/range': 'error',
  'probability/decreases': 'error',
  'probability/closed-value': 'error',
  'probability/decreases-on-transition': 'warning',
  'probability/not-implied': 'info',
  'duration/maximum-below-average': 'error',
  'duration/negative': 'error',
  'duration/maximum-missing': 'info',
  'duration/escalation': 'warning',
  'rule/invalid': 'error',
  'rule/unknown-field': 'error',
  'rule/type-mismatch': 'error',
  'rule/unknown-required-field': 'error',
  'rule/locked-field': 'warning',
  'rule/never-true': 'warning',
  'rule/always-true': 'warning',
  'rule/automatic-without-condition': 'warning',
  'rule/automatic-overlap': 'warning',
  'rule/message-missing': 'warning',
  'graph/refusal-way': 'warning',
  'access/nobody': 'error',
  'access/unknown-role': 'warning',
  'approval/workflow-missing': 'error',
  'approval/workflow-unknown': 'error',
  'approval/workflow-inactive': 'error',
  'approval/no-approver': 'error',
  'action/unknown': 'error',
  'action/inactive': 'warning',
  'action/invalid-parameters': 'error',
  'usage/stage-in-use': 'error',
  'scenario/fails': 'warning',
}

/** The one error that a justification can outweigh: some processes do start over at a lower probability. */
const waivableErrors: ReadonlySet<string> = new Set<RuleId>(['probability/decreases'])

/** Warnings may be waived, of the errors only `probability/decreases`; hints need no waiver. */
export const isWaivable = (ruleId: RuleId): boolean =>
  severities[ruleId] === 'warning' || waivableErrors.has(ruleId)

/** Rules that this process has decided against. */
const switchedOffBy: Partial<Record<RuleId, (policies: Policies) => boolean>> = {
  'probability/decreases': (policies) => !policies.probability_must_not_decrease,
  'probability/decreases-on-transition': (policies) => !policies.probability_must_not_decrease,
}

export const isSwitchedOff = (ruleId: RuleId, policies: Policies): boolean =>
  switchedOffBy[ruleId]?.(policies) ?? false
