import { line } from '../../../../../tests/kit/draw.ts'
import { reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    {
      name: 'fields that exist',
      document: line({ stage: { proposal: { requiredFields: ['amount', 'close_date'] } } }),
      reference: reference(),
    },
    {
      name: 'nothing known of the fields',
      document: line({ stage: { proposal: { requiredFields: ['wheels'] } } }),
    },
  ],
  invalid: [
    {
      name: 'one field spelled otherwise',
      document: line({ stage: { proposal: { requiredFields: ['amount', 'Close Date'] } } }),
      reference: reference(),
      finds: [
        {
          at: 'stage:proposal.requiredFields',
          message:
            '“Proposal” requires the field “Close Date”, which does not exist. Pick another field or remove it.',
          fixes: ['Use “close_date”', 'Remove “Close Date” (all)'],
        },
      ],
    },
    {
      name: 'two unknown fields',
      document: line({ stage: { proposal: { requiredFields: ['wheels', 'doors', 'wheels'] } } }),
      reference: reference(),
      finds: [
        {
          at: 'stage:proposal.requiredFields',
          message:
            '“Proposal” requires the field “wheels”, which does not exist. Pick another field or remove it.',
          fixes: ['Remove “wheels”', 'Remove all 2 unknown fields (all)'],
        },
        {
          at: 'stage:proposal.requiredFields',
          message:
            '“Proposal” requires the field “doors”, which does not exist. Pick another field or remove it.',
          fixes: ['Remove “doors”', 'Remove all 2 unknown fields (all)'],
        },
      ],
    },
  ],
}
