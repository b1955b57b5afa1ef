import { approvalFindings } from '../../approvals.ts'
import { workflowOf } from '../../known.ts'
import { defineRule } from '../../rule.ts'

export const workflowInactive = defineRule({
  id: 'approval/workflow-inactive',
  title: 'The approval workflow is active',
  why: 'A workflow that is switched off asks nobody. Deals wait before the stage for ever.',
  check: (context) =>
    approvalFindings(context, ({ approvalWorkflowId: id }, name) => {
      const workflow = id ? workflowOf(context, id) : undefined
      return workflow && !workflow.isActive
        ? `The approval workflow “${workflow.workflowName}” of ${name} is not active. Pick another one or ask for no approval.`
        : null
    }),
})
