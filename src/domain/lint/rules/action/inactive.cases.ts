import { line } from '../../../../../tests/kit/draw.ts'
import { action, reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const document = line({ stage: { won: { entryActionIds: ['invoice'] } } })

export const cases: RuleCases = {
  valid: [
    {
      name: 'an active action',
      document,
      reference: reference({ actions: [action('invoice', 'generate_invoice')] }),
    },
  ],
  invalid: [
    {
      name: 'an action that is switched off',
      document,
      reference: reference({ actions: [action('invoice', 'generate_invoice', { isActive: false })] }),
      finds: [
        {
          at: 'stage:won.entryActionIds',
          message:
            'The action “Invoice” of “Won” is not active, so it will not run. Remove it or activate it.',
          fixes: ['Remove the action (all)'],
        },
      ],
    },
  ],
}
