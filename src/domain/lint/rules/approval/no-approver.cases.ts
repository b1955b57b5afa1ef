import { line } from '../../../../../tests/kit/draw.ts'
import { reference, step, workflow } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const document = line({ stage: { closing: { requiresApproval: true, approvalWorkflowId: 'legal' } } })
const finds = [
  {
    at: 'stage:closing.approvalWorkflowId',
    message:
      'The approval workflow “Legal” of “Closing” has a step that nobody can approve. Complete it or pick another one.',
    fixes: ['Ask for no approval'],
  },
]
const legal = (...steps: ReturnType<typeof step>[]) =>
  reference({ workflows: [workflow('legal', { steps })] })

export const cases: RuleCases = {
  valid: [
    { name: 'a role to ask', document, reference: legal(step()) },
    {
      name: 'the manager of the owner',
      document,
      reference: legal(step({ approver: { kind: 'manager_of_owner', ref: '' } })),
    },
    { name: 'two of a group', document, reference: legal(step({ mode: 'number', quorum: 2 })) },
  ],
  invalid: [
    { name: 'no step', document, reference: legal(), finds },
    {
      name: 'a step without an approver',
      document,
      reference: legal(step(), step({ approver: { kind: 'user', ref: ' ' } })),
      finds,
    },
    { name: 'a number without a quorum', document, reference: legal(step({ mode: 'number' })), finds },
    { name: 'no percent', document, reference: legal(step({ mode: 'percent', quorum: 0 })), finds },
  ],
}
