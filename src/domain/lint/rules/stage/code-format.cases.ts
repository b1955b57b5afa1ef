import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'letters, digits and underscores', document: line({ stage: { new: { stageCode: 'Step_1' } } }) },
    { name: 'no code, which has a rule of its own', document: line({ stage: { new: { stageCode: '' } } }) },
  ],
  invalid: [
    {
      name: 'spaces and signs',
      document: line({ stage: { new: { stageCode: 'first call!' }, proposal: { stageCode: '提案' } } }),
      finds: [
        {
          at: 'stage:new.stageCode',
          message:
            'The code “first call!” of “New” has characters that a code cannot have. Use letters, digits and underscores.',
          fixes: ['Use the code “FIRST_CALL” (all)'],
        },
        {
          at: 'stage:proposal.stageCode',
          message:
            'The code “提案” of “Proposal” has characters that a code cannot have. Use letters, digits and underscores.',
          fixes: ['Use the code “STAGE” (all)'],
        },
      ],
    },
  ],
}
