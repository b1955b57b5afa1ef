import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'described stages', document: line() },
    {
      name: 'an inactive stage without a description',
      document: line({ stage: { new: { description: null, isActive: false } } }),
    },
  ],
  invalid: [
    {
      name: 'none, and a blank one',
      document: line({ stage: { new: { description: null }, won: { description: ' ' } } }),
      finds: [
        { at: 'stage:new.description', message: 'Describe when a deal is in “New”.' },
        { at: 'stage:won.description', message: 'Describe when a deal is in “Won”.' },
      ],
    },
  ],
}
