import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [{ name: 'a line', document: line() }],
  invalid: [
    {
      name: 'a lost deal opened again',
      document: line({ add: ['lost > new'] }),
      finds: [
        {
          at: 'transition:lost > new',
          message: 'This transition leaves “Lost”, which is closed. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
    {
      name: 'a won deal lost later',
      document: line({ add: ['won > lost'] }),
      finds: [
        {
          at: 'transition:won > lost',
          message: 'This transition leaves “Won”, which is closed. Remove it.',
          fixes: ['Remove the transition (all)'],
        },
      ],
    },
  ],
}
