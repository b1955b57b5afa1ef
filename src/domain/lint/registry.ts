/** All rules, in the order in which problems of one place are listed: first what breaks the graph, then its parts. */

import type { LintRule } from './rule.ts'
import { nobody } from './rules/access/nobody.ts'
import { unknownRole } from './rules/access/unknown-role.ts'
import { inactive as actionInactive } from './rules/action/inactive.ts'
import { invalidParameters } from './rules/action/invalid-parameters.ts'
import { unknown as actionUnknown } from './rules/action/unknown.ts'
import { noApprover } from './rules/approval/no-approver.ts'
import { workflowInactive } from './rules/approval/workflow-inactive.ts'
import { workflowMissing } from './rules/approval/workflow-missing.ts'
import { workflowUnknown } from './rules/approval/workflow-unknown.ts'
import { escalation } from './rules/duration/escalation.ts'
import { maximumBelowAverage } from './rules/duration/maximum-below-average.ts'
import { maximumMissing } from './rules/duration/maximum-missing.ts'
import { negative as durationNegative } from './rules/duration/negative.ts'
import { backwardTransition } from './rules/graph/backward-transition.ts'
import { cannotLose } from './rules/graph/cannot-lose.ts'
import { cannotWin } from './rules/graph/cannot-win.ts'
import { cycle as graphCycle } from './rules/graph/cycle.ts'
import { danglingTransition } from './rules/graph/dangling-transition.ts'
import { deadEnd } from './rules/graph/dead-end.ts'
import { duplicateTransition } from './rules/graph/duplicate-transition.ts'
import { inactiveStageLinked } from './rules/graph/inactive-stage-linked.ts'
import { leavesClosedStage } from './rules/graph/leaves-closed-stage.ts'
import { manyEntries } from './rules/graph/many-entries.ts'
import { noEntry } from './rules/graph/no-entry.ts'
import { refusalWay } from './rules/graph/refusal-way.ts'
import { reworkNotAllowed } from './rules/graph/rework-not-allowed.ts'
import { selfTransition } from './rules/graph/self-transition.ts'
import { unreachableStage } from './rules/graph/unreachable-stage.ts'
import { closedValue } from './rules/probability/closed-value.ts'
import { decreases as probabilityDecreases } from './rules/probability/decreases.ts'
import { decreasesOnTransition } from './rules/probability/decreases-on-transition.ts'
import { notImplied } from './rules/probability/not-implied.ts'
import { range as probabilityRange } from './rules/probability/range.ts'
import { alwaysTrue } from './rules/rule/always-true.ts'
import { automaticOverlap } from './rules/rule/automatic-overlap.ts'
import { automaticWithoutCondition } from './rules/rule/automatic-without-condition.ts'
import { invalid as ruleInvalid } from './rules/rule/invalid.ts'
import { lockedField } from './rules/rule/locked-field.ts'
import { messageMissing } from './rules/rule/message-missing.ts'
import { neverTrue } from './rules/rule/never-true.ts'
import { typeMismatch } from './rules/rule/type-mismatch.ts'
import { unknownField } from './rules/rule/unknown-field.ts'
import { unknownRequiredField } from './rules/rule/unknown-required-field.ts'
import { fails as scenarioFails } from './rules/scenario/fails.ts'
import { closedLostCount } from './rules/stage/closed-lost-count.ts'
import { closedWonAndLost } from './rules/stage/closed-won-and-lost.ts'
import { closedWonCount } from './rules/stage/closed-won-count.ts'
import { codeFormat } from './rules/stage/code-format.ts'
import { codeRequired } from './rules/stage/code-required.ts'
import { codeUnique } from './rules/stage/code-unique.ts'
import { descriptionMissing } from './rules/stage/description-missing.ts'
import { nameRequired } from './rules/stage/name-required.ts'
import { nameUnique } from './rules/stage/name-unique.ts'
import { orderSequential } from './rules/stage/order-sequential.ts'
import { orderUnique } from './rules/stage/order-unique.ts'
import { tooFew } from './rules/stage/too-few.ts'
import { tooMany } from './rules/stage/too-many.ts'
import { stageInUse } from './rules/usage/stage-in-use.ts'

const rules = [
  noEntry,
  manyEntries,
  unreachableStage,
  deadEnd,
  cannotWin,
  cannotLose,
  graphCycle,
  backwardTransition,
  reworkNotAllowed,
  selfTransition,
  duplicateTransition,
  leavesClosedStage,
  inactiveStageLinked,
  danglingTransition,
  nameRequired,
  codeRequired,
  codeFormat,
  codeUnique,
  orderUnique,
  orderSequential,
  nameUnique,
  descriptionMissing,
  tooMany,
  tooFew,
  closedWonAndLost,
  closedWonCount,
  closedLostCount,
  probabilityRange,
  probabilityDecreases,
  closedValue,
  decreasesOnTransition,
  notImplied,
  maximumBelowAverage,
  durationNegative,
  maximumMissing,
  escalation,
  ruleInvalid,
  unknownField,
  typeMismatch,
  unknownRequiredField,
  lockedField,
  neverTrue,
  alwaysTrue,
  automaticWithoutCondition,
  automaticOverlap,
  messageMissing,
  refusalWay,
  nobody,
  unknownRole,
  workflowMissing,
  workflowUnknown,
  workflowInactive,
  noApprover,
  actionUnknown,
  actionInactive,
  invalidParameters,
  stageInUse,
  scenarioFails,
] as const

export type RuleId = (typeof rules)[number]['id']

/** The same rules without their ids as types, for whoever walks them. */
export const allRules: readonly LintRule<RuleId>[] = rules
