import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'a line', document: line() }],
  invalid: [
    {
      name: 'a stage connected to itself',
      document: line({ add: ['new > new'] }),
      finds: [
        {
          at: 'transition:new > new',
          message: 'This transition leads from “New” to itself. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
  ],
}
