import { approvalFindings, hasApprovers } from '../../approvals.ts'
import { workflowOf } from '../../known.ts'
import { defineRule } from '../../rule.ts'

export const noApprover = defineRule({
  id: 'approval/no-approver',
  title: 'Every approval step has somebody to ask',
  why: 'A step without an approver, or with a quorum that nobody set, can never be passed.',
  check: (context) =>
    approvalFindings(context, ({ approvalWorkflowId: id }, name) => {
      const workflow = id ? workflowOf(context, id) : undefined
      return workflow?.isActive && !hasApprovers(workflow)
        ? `The approval workflow “${workflow.workflowName}” of ${name} has a step that nobody can approve. Complete it or pick another one.`
        : null
    }),
})
