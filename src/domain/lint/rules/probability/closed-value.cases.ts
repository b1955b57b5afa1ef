import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: '100 and 0', document: line() },
    {
      name: 'a stage that is both, which has a rule of its own',
      document: line({ stage: { won: { isClosedLost: true, defaultProbability: 50 } } }),
    },
  ],
  invalid: [
    {
      name: 'won at 90 and lost at 10',
      document: line({ stage: { won: { defaultProbability: 90 }, lost: { defaultProbability: 10 } } }),
      finds: [
        {
          at: 'stage:won.defaultProbability',
          message: '“Won” is closed won, so its probability has to be 100 %, not 90 %.',
          fixes: ['Set to 100 % (all)'],
        },
        {
          at: 'stage:lost.defaultProbability',
          message: '“Lost” is closed lost, so its probability has to be 0 %, not 10 %.',
          fixes: ['Set to 0 % (all)'],
        },
      ],
    },
  ],
}
