import { line } from '../../../../../tests/kit/draw.ts'
import { check } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'manual transitions', document: line() },
    {
      name: 'an automatic one with a condition',
      document: line({
        move: {
          'new > proposal': { isAutomatic: true, conditions: [check('Amount', { '!!': { var: 'amount' } })] },
        },
      }),
    },
    {
      name: 'a timed one',
      document: line({ move: { 'new > proposal': { isAutomatic: true, afterDays: 30 } } }),
    },
  ],
  invalid: [
    {
      name: 'an automatic one without anything to wait for',
      document: line({ move: { '* > lost': { isAutomatic: true } } }),
      finds: [
        {
          at: 'transition:* > lost.isAutomatic',
          message:
            'Any open stage → “Lost” is automatic but has no condition, so it fires at once. Add a condition or make it manual.',
          fixes: ['Make it manual (all)'],
        },
      ],
    },
  ],
}
