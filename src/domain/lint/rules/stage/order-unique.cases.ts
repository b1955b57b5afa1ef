import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'places 1 to 5', document: line() }],
  invalid: [
    {
      name: 'the same place three times',
      document: line({ stage: { proposal: { stageOrder: 1 }, closing: { stageOrder: 1 } } }),
      finds: [
        {
          at: 'stage:new.stageOrder',
          message: '“New” and “Closing” both have place 1. Renumber the stages.',
          fixes: ['Renumber the stages (all)'],
        },
        {
          at: 'stage:proposal.stageOrder',
          message: '“Proposal” and “New” both have place 1. Renumber the stages.',
          fixes: ['Renumber the stages (all)'],
        },
      ],
    },
  ],
}
