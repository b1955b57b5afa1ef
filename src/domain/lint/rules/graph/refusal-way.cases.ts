import { line } from '../../../../../tests/kit/draw.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const asks = { requiresApproval: true, approvalWorkflowId: 'legal' }
const fixes = ['Let refused deals stay']

export const cases: RuleCases = {
  valid: [
    { name: 'an approval after which refused deals stay', document: line({ stage: { won: asks } }) },
    {
      name: 'a way out for refused deals beside a move that asks',
      document: line({ stage: { won: asks }, move: { '* > lost': { onRefusal: true } } }),
    },
  ],
  invalid: [
    {
      name: 'a way for refused deals where nothing asks',
      document: line({ move: { 'new > proposal': { onRefusal: true } } }),
      finds: [
        {
          at: 'transition:new > proposal.onRefusal',
          message: '“New” → “Proposal” is for refused approvals, but no other way out of “New” asks for one.',
          fixes,
        },
      ],
    },
    {
      name: 'a way for refused deals that asks again',
      document: line({ stage: { proposal: asks, lost: asks }, move: { '* > lost': { onRefusal: true } } }),
      finds: [
        {
          at: 'transition:* > lost.onRefusal',
          message:
            'Any open stage → “Lost” is for refused approvals, but “Lost” asks for one itself. Lead refused deals elsewhere.',
          fixes,
        },
      ],
    },
  ],
}
