import { draw, line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'rising probabilities', document: line() },
    { name: 'equal ones', document: line({ stage: { proposal: { defaultProbability: 30 } } }) },
    {
      name: 'a lower one on an inactive stage',
      document: line({ stage: { proposal: { defaultProbability: 1, isActive: false } } }),
    },
    {
      name: 'lower ones where the policy allows it',
      document: line({
        stage: { proposal: { defaultProbability: 1 } },
        policies: { probability_must_not_decrease: false },
      }),
    },
  ],
  invalid: [
    {
      name: 'a drop, and the stage after it that is still below the highest',
      document: draw({
        stages: ['a', 'b', 'c', 'd', 'won', 'lost'],
        stage: {
          a: { defaultProbability: 50 },
          b: { defaultProbability: 30 },
          c: { defaultProbability: 40 },
          d: { defaultProbability: 20 },
        },
      }),
      finds: [
        {
          at: 'stage:b.defaultProbability',
          message: '“B” has 30 %, less than “A” before it with 50 %. Raise it or change the order.',
          fixes: ['Raise to 50 % (all)', 'Sort the stages by probability'],
        },
        {
          at: 'stage:d.defaultProbability',
          message: '“D” has 20 %, less than “C” before it with 40 %. Raise it or change the order.',
          fixes: ['Raise to 50 % (all)', 'Sort the stages by probability'],
        },
      ],
    },
    {
      name: 'a drop from a value out of range',
      document: line({
        stage: {
          new: { defaultProbability: 140 },
          proposal: { defaultProbability: 100 },
          closing: { defaultProbability: 90 },
        },
      }),
      finds: [
        {
          at: 'stage:closing.defaultProbability',
          message:
            '“Closing” has 90 %, less than “Proposal” before it with 100 %. Raise it or change the order.',
          fixes: ['Raise to 100 % (all)', 'Sort the stages by probability'],
        },
      ],
    },
  ],
}
