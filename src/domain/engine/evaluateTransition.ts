/**
 * May this deal make this move now, and what happens then? The checks run in the order of the design's domain §3 and
 * every failing one is reported, so that people fix everything in one go.
 */
import { approvalCheck } from './approvalCheck.ts'
import {
  checkLeaving,
  checkOverride,
  checkRequiredFields,
  checkRules,
  checkValidationRules,
  checkWho,
  type MoveQuestion,
  missingMove,
} from './checks.ts'
import { effectsOf } from './effects.ts'
import type { Verdict, VerdictEntry } from './verdict.ts'

/** Pure and total: a broken rule blocks and says so. */
export function evaluateTransition(question: MoveQuestion): Verdict {
  const { document, reference, deal, transitionId } = question
  const transition = document.transitions[transitionId]
  const from = document.stages[deal.stageId]
  const to = transition ? document.stages[transition.toStageId] : undefined
  const verdict = { transitionId, fromStageId: deal.stageId, toStageId: to?.id ?? '' }
  if (!transition || !from || !to) {
    const blockers = [missingMove(question)]
    return { ...verdict, outcome: 'blocked', blockers, warnings: [], approval: null, effects: [] }
  }

  const move = { transition, from, to }
  const ofKind = (rules: typeof from.transitionRules, kind: 'entry' | 'exit') =>
    rules.filter((rule) => rule.kind === kind)
  const validation = checkValidationRules(question, move)
  const blockers: VerdictEntry[] = [
    ...checkLeaving(question, move),
    ...checkWho(question, move),
    ...checkRules(question, 'exit_rule', ofKind(from.transitionRules, 'exit')),
    ...checkRules(question, 'condition', transition.conditions),
    ...checkRequiredFields(question, to),
    ...checkRules(question, 'entry_rule', ofKind(to.transitionRules, 'entry')),
    ...validation.blockers,
    ...checkOverride(question),
  ]
  const approval = approvalCheck(question, move)
  blockers.push(...approval.blockers)
  const warnings = [...validation.warnings, ...approval.warnings]
  const { request } = approval
  if (blockers.length > 0)
    return { ...verdict, outcome: 'blocked', blockers, warnings, approval: request, effects: [] }
  const pending = request?.outcome === 'pending'
  return {
    ...verdict,
    outcome: pending ? 'pending' : 'allowed',
    blockers,
    warnings,
    approval: request,
    effects: effectsOf({ document, reference, deal, ...move }),
  }
}
