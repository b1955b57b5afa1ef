/** An approval step in sentences: whom it asks, of which deals, how long, and where approve and refuse lead. Pure. */
import { type FieldsByKey, ruleSentence } from '../../domain/engine/ruleSentence.ts'
import type { ApprovalStep } from '../../domain/process/approval.ts'
import { approverLabel } from '../../editor/whoWords.ts'
import { say, text } from '../../text/index.ts'
import { asksSomebody } from './stepForm.ts'

export function whoInWords(step: ApprovalStep): string {
  const { kind, ref } = step.approver
  if (asksSomebody(step) && ref.trim() === '') return text('approvalDesigner', 'who_nobody')
  if (kind === 'manager_of_owner') return text('approvalDesigner', 'who_manager')
  if (kind === 'user') return text('approvalDesigner', 'who_user', { person: ref })
  const role = approverLabel(ref)
  const count = step.quorum ?? 0
  switch (step.mode) {
    case 'any':
      return text('approvalDesigner', 'who_role_any', { role })
    case 'all':
      return text('approvalDesigner', 'who_role_all', { role })
    case 'number':
      return text('approvalDesigner', 'who_role_number', { role, count })
    case 'percent':
      return text('approvalDesigner', 'who_role_percent', { role, count })
  }
}

function patienceInWords({ sla_hours: count, on_timeout, escalate_to = '' }: ApprovalStep): string {
  if (count === null || (on_timeout === 'escalate' && escalate_to === ''))
    return text('approvalDesigner', 'says_noLimit')
  if (on_timeout === 'escalate')
    return text('approvalDesigner', 'says_escalate', { count, who: approverLabel(escalate_to) })
  return text('approvalDesigner', on_timeout === 'approve' ? 'says_approve' : 'says_reject', { count })
}

/** Everything about a step, one sentence each, in the order in which it happens. */
export function stepSentences(
  steps: readonly ApprovalStep[],
  index: number,
  fields: FieldsByKey,
): readonly string[] {
  const step = steps[index]
  if (!step) return []
  const next = steps[index + 1]
  return [
    whoInWords(step),
    ...(step.condition === undefined
      ? []
      : [text('approvalDesigner', 'says_if', { condition: say.rule(ruleSentence(step.condition, fields)) })]),
    patienceInWords(step),
    ...(step.allow_delegation ? [text('approvalDesigner', 'says_delegate')] : []),
    next
      ? text('approvalDesigner', 'approveTo', {
          number: index + 2,
          name: next.name.trim() || text('approvalDesigner', 'unnamedStep'),
        })
      : text('approvalDesigner', 'approveEnd'),
    text('approvalDesigner', 'rejectEnd'),
  ]
}
