import { line } from '../../../../../tests/kit/draw.ts'
import { reference, workflow } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'no approval', document: line() },
    {
      name: 'an approval with a workflow',
      document: line({ stage: { closing: { requiresApproval: true, approvalWorkflowId: 'deal desk' } } }),
    },
  ],
  invalid: [
    {
      name: 'no workflow, with one to pick',
      document: line({ stage: { closing: { requiresApproval: true } } }),
      reference: reference({
        workflows: [
          workflow('deal desk'),
          workflow('old', { isActive: false }),
          workflow('empty', { steps: [] }),
        ],
      }),
      finds: [
        {
          at: 'stage:closing.approvalWorkflowId',
          message: '“Closing” requires approval but names no workflow. Pick one or ask for no approval.',
          fixes: ['Use “Deal desk” (all)', 'Ask for no approval'],
        },
      ],
    },
    {
      name: 'a blank workflow, with several to pick',
      document: line({ stage: { closing: { requiresApproval: true, approvalWorkflowId: '' } } }),
      reference: reference({ workflows: [workflow('legal'), workflow('deal desk')] }),
      finds: [
        {
          at: 'stage:closing.approvalWorkflowId',
          message: '“Closing” requires approval but names no workflow. Pick one or ask for no approval.',
          fixes: ['Use “Deal desk”', 'Use “Legal”', 'Ask for no approval'],
        },
      ],
    },
  ],
}
