import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    {
      name: 'no weights, so shares follow the probabilities',
      document: line({ stage: { new: { defaultProbability: 1 } } }),
    },
    {
      name: 'weights that lead near the stated probability',
      document: line({
        add: ['closing > lost'],
        move: { 'closing > won': { weight: 9 }, 'closing > lost': { weight: 1 } },
        stage: { closing: { defaultProbability: 85 } },
      }),
    },
    {
      name: 'a circle, which is repaired first',
      document: line({
        add: ['closing > proposal'],
        stage: { closing: { defaultProbability: 10 } },
        move: { 'closing > won': { weight: 9 } },
      }),
    },
  ],
  invalid: [
    {
      name: 'weights that lead elsewhere',
      document: draw({
        stages: ['new', 'closing', 'won', 'lost'],
        moves: ['new > closing', 'new > lost', 'closing > won', 'closing > lost'],
        stage: { new: { defaultProbability: 20 }, closing: { defaultProbability: 80 } },
        move: { 'closing > won': { weight: 1 }, 'closing > lost': { weight: 3 } },
      }),
      finds: [
        {
          at: 'stage:closing.defaultProbability',
          message:
            '“Closing” says 80 %, but by the weights of its transitions 25 % of its deals are won. Use that or change the weights.',
          fixes: ['Set to 25 %'],
        },
      ],
    },
  ],
}
