import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'no rework', document: line() },
    {
      name: 'rework where the policy allows it',
      document: line({
        policies: { allow_rework: true },
        add: ['closing > new'],
        move: { 'closing > new': { isRework: true } },
      }),
    },
  ],
  invalid: [
    {
      name: 'rework against the policy',
      document: line({ add: ['closing > new'], move: { 'closing > new': { isRework: true } } }),
      finds: [
        {
          at: 'transition:closing > new.isRework',
          message:
            '“Closing” → “New” is a way back, but this process does not allow rework. Allow it or remove the transition.',
          fixes: ['Allow rework in this process (all)', 'Remove the transition'],
        },
      ],
    },
  ],
}
