import { expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { action, reference } from '../../../tests/kit/referenceData.ts'
import { actionsStarting, usesOfWorkflow } from './approvalUse.ts'

it('finds the stages that ask for a workflow and the transitions that start it', () => {
  const needs = { requiresApproval: true, approvalWorkflowId: 'discount' }
  const { document } = aProcess()
    .stage('Lead', 10, { approvalWorkflowId: 'discount' })
    .stage('Offer', 40, needs)
    .stage('Contract', 60, { ...needs, approvalWorkflowId: 'legal' })
    .stage('Closing', 80, needs)
    .connect('Lead', 'Offer', {
      transitionName: 'Make an offer',
      actions: [{ action_code: 'START', parameters: { workflow_id: 'discount' } }],
    })
    .connect('Offer', 'Contract')
  expect(usesOfWorkflow(document, 'discount').map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'stage Offer',
    'stage Closing',
    'transition Make an offer',
  ])
  expect(usesOfWorkflow(document, 'unknown')).toEqual([])
})

it("finds the company's actions that start it", () => {
  const { actions } = reference({
    actions: [
      action('ask', 'start_approval', { parameters: { workflow_id: 'discount' } }),
      action('other', 'start_approval', { parameters: { workflow_id: 'legal' } }),
      action('mail', 'send_email'),
    ],
  })
  expect(actionsStarting(actions, 'discount')).toEqual(['Ask'])
})
