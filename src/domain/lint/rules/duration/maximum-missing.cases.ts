import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'a maximum on each open stage', document: line() },
    {
      name: 'an inactive stage without',
      document: line({ stage: { new: { maxDurationDays: null, isActive: false } } }),
    },
  ],
  invalid: [
    {
      name: 'no maximum, with an average and without',
      document: line({
        stage: {
          new: { averageDurationDays: 7.2, maxDurationDays: null },
          proposal: { averageDurationDays: null, maxDurationDays: null },
        },
      }),
      finds: [
        {
          at: 'stage:new.maxDurationDays',
          message: 'Say after how many days a deal is stuck in “New”.',
          fixes: ['Set to 15 days, twice the average (all)'],
        },
        {
          at: 'stage:proposal.maxDurationDays',
          message: 'Say after how many days a deal is stuck in “Proposal”.',
        },
      ],
    },
  ],
}
