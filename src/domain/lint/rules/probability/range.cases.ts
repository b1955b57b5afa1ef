import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    {
      name: '0 and 100',
      document: line({ stage: { new: { defaultProbability: 0 }, closing: { defaultProbability: 100 } } }),
    },
  ],
  invalid: [
    {
      name: 'too much, too little and a fraction',
      document: line({
        stage: {
          new: { defaultProbability: -5 },
          proposal: { defaultProbability: 33.3 },
          closing: { defaultProbability: 140, isActive: false },
        },
      }),
      finds: [
        {
          at: 'stage:new.defaultProbability',
          message: '“New” has a probability of -5 %. Use a whole number from 0 to 100.',
          fixes: ['Set to 0 % (all)'],
        },
        {
          at: 'stage:proposal.defaultProbability',
          message: '“Proposal” has a probability of 33.3 %. Use a whole number from 0 to 100.',
          fixes: ['Set to 33 % (all)'],
        },
        {
          at: 'stage:closing.defaultProbability',
          message: '“Closing” has a probability of 140 %. Use a whole number from 0 to 100.',
          fixes: ['Set to 100 % (all)'],
        },
      ],
    },
  ],
}
