import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'durations and none', document: line() },
    {
      name: 'no time at all',
      document: line({ stage: { new: { averageDurationDays: 0, maxDurationDays: 0 } } }),
    },
  ],
  invalid: [
    {
      name: 'negative days of a stage and of a timed transition',
      document: line({
        stage: { new: { averageDurationDays: -7, maxDurationDays: -1 } },
        move: { 'new > proposal': { isAutomatic: true, afterDays: -3 } },
      }),
      finds: [
        {
          at: 'stage:new.averageDurationDays',
          message: 'The average duration of “New” is -7 days. Use 0 or more.',
          fixes: ['Clear the average duration (all)'],
        },
        {
          at: 'stage:new.maxDurationDays',
          message: 'The maximum duration of “New” is -1 days. Use 0 or more.',
          fixes: ['Clear the maximum duration (all)'],
        },
        {
          at: 'transition:new > proposal.afterDays',
          message: '“New” → “Proposal” fires after -3 days. Use 0 or more.',
          fixes: ['Clear the number of days (all)'],
        },
      ],
    },
  ],
}
