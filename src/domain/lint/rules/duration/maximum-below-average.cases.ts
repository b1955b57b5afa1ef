import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a maximum above the average', document: line() },
    { name: 'both the same', document: line({ stage: { new: { maxDurationDays: 7 } } }) },
    {
      name: 'a maximum alone',
      document: line({ stage: { new: { averageDurationDays: null, maxDurationDays: 1 } } }),
    },
  ],
  invalid: [
    {
      name: 'a maximum below the average',
      document: line({ stage: { new: { maxDurationDays: 3 } } }),
      finds: [
        {
          at: 'stage:new.maxDurationDays',
          message:
            'In “New” the maximum of 3 days is below the average of 7 days. Swap them or clear the maximum.',
          fixes: ['Swap the two (all)', 'Clear the maximum'],
        },
      ],
    },
  ],
}
