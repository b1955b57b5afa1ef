import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'different names', document: line() },
    {
      name: 'the name of an inactive stage',
      document: line({ stage: { new: { stageName: 'Proposal', isActive: false } } }),
    },
  ],
  invalid: [
    {
      name: 'one name but for capitals and spaces',
      document: line({ stage: { closing: { stageName: ' PROPOSAL ' } } }),
      finds: [
        {
          at: 'stage:closing.stageName',
          message: 'Another stage is called “PROPOSAL” as well. Rename one of them.',
        },
      ],
    },
  ],
}
