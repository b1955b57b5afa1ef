import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'won and lost apart', document: line() }],
  invalid: [
    {
      name: 'a stage that is both, at 100 %',
      document: line({ stage: { won: { isClosedLost: true } } }),
      finds: [
        {
          at: 'stage:won.isClosedWon',
          message: '“Won” is marked as closed won and as closed lost. Keep one of the two.',
          fixes: ['Keep closed won (all)', 'Keep closed lost'],
        },
      ],
    },
    {
      name: 'a stage that is both, at 0 %',
      document: line({ stage: { lost: { isClosedWon: true } } }),
      finds: [
        {
          at: 'stage:lost.isClosedWon',
          message: '“Lost” is marked as closed won and as closed lost. Keep one of the two.',
          fixes: ['Keep closed lost (all)', 'Keep closed won'],
        },
      ],
    },
  ],
}
