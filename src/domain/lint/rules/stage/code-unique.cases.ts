import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'different codes', document: line() },
    {
      name: 'two stages without a code',
      document: line({ stage: { new: { stageCode: '' }, proposal: { stageCode: '' } } }),
    },
  ],
  invalid: [
    {
      name: 'one code three times, once inactive',
      document: line({
        stage: {
          new: { stageCode: 'A' },
          proposal: { stageCode: 'A' },
          closing: { stageCode: 'A', isActive: false },
          won: { stageCode: 'A_2' },
        },
      }),
      finds: [
        {
          at: 'stage:proposal.stageCode',
          message: '“Proposal” and “New” have the same code “A”. Change one of them.',
          fixes: ['Use the code “A_3” (all)'],
        },
        {
          at: 'stage:closing.stageCode',
          message: '“Closing” and “New” have the same code “A”. Change one of them.',
          fixes: ['Use the code “A_4” (all)'],
        },
      ],
    },
  ],
}
