import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'coded stages', document: line() }],
  invalid: [
    {
      name: 'two stages without a code and with one name',
      document: line({
        stage: {
          new: { stageName: 'Übergabe', stageCode: '' },
          proposal: { stageName: 'Übergabe', stageCode: '' },
        },
      }),
      finds: [
        {
          at: 'stage:new.stageCode',
          message: '“Übergabe” has no code. Give it one.',
          fixes: ['Use the code “UEBERGABE” (all)'],
        },
        {
          at: 'stage:proposal.stageCode',
          message: '“Übergabe” has no code. Give it one.',
          fixes: ['Use the code “UEBERGABE_2” (all)'],
        },
      ],
    },
  ],
}
