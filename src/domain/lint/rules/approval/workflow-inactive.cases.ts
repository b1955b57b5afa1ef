import { line } from '../../../../../tests/kit/draw.ts'
import { reference, workflow } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const closing = { requiresApproval: true, approvalWorkflowId: 'legal' }

export const cases: RuleCases = {
  valid: [
    {
      name: 'an active workflow',
      document: line({ stage: { closing } }),
      reference: reference({ workflows: [workflow('legal')] }),
    },
  ],
  invalid: [
    {
      name: 'a workflow that is switched off',
      document: line({ stage: { closing } }),
      reference: reference({ workflows: [workflow('legal', { isActive: false }), workflow('deal desk')] }),
      finds: [
        {
          at: 'stage:closing.approvalWorkflowId',
          message:
            'The approval workflow “Legal” of “Closing” is not active. Pick another one or ask for no approval.',
          fixes: ['Use “Deal desk” (all)', 'Ask for no approval'],
        },
      ],
    },
  ],
}
