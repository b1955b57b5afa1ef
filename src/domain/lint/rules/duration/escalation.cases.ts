import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'
import type { Who } from '../../../process/who.ts'

const after = (after_days: number, ...tell: Who[]) =>
  line({ stage: { new: { maxDurationDays: 14, escalation: { after_days, tell } } } })
const manager: Who = { kind: 'manager_of_owner', ref: '' }

export const cases: RuleCases = {
  valid: [
    { name: 'no escalation', document: line() },
    { name: 'one after the maximum', document: after(21, manager) },
    { name: 'one as soon as the maximum is over', document: after(14, manager) },
  ],
  invalid: [
    {
      name: 'one to nobody',
      document: after(21, { kind: 'role', ref: '' }),
      finds: [
        {
          at: 'stage:new.escalation',
          message:
            'Deals that stay too long in “New” are escalated to nobody. Say to whom, or drop the escalation.',
          fixes: ['Drop the escalation (all)'],
        },
      ],
    },
    {
      name: 'one before the maximum',
      document: after(1, manager),
      finds: [
        {
          at: 'stage:new.escalation',
          message:
            'Deals in “New” are escalated after 1 day, before the maximum of 14 days. Escalate later, or lower the maximum.',
          fixes: ['Escalate after 14 days'],
        },
      ],
    },
  ],
}
