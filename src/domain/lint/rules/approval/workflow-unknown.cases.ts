import { line } from '../../../../../tests/kit/draw.ts'
import { reference, workflow } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const closing = { requiresApproval: true, approvalWorkflowId: 'gone' }

export const cases: RuleCases = {
  valid: [
    {
      name: 'a workflow that exists',
      document: line({ stage: { closing: { ...closing, approvalWorkflowId: 'legal' } } }),
      reference: reference({ workflows: [workflow('legal')] }),
    },
    {
      name: 'a stage that requires no approval',
      document: line({ stage: { closing: { ...closing, requiresApproval: false } } }),
      reference: reference(),
    },
    { name: 'nothing known of the workflows', document: line({ stage: { closing } }) },
  ],
  invalid: [
    {
      name: 'a workflow that does not exist',
      document: line({ stage: { closing } }),
      reference: reference(),
      finds: [
        {
          at: 'stage:closing.approvalWorkflowId',
          message:
            'The approval workflow of “Closing” does not exist. Pick another one or ask for no approval.',
          fixes: ['Ask for no approval'],
        },
      ],
    },
  ],
}
