import { approvalFindings } from '../../approvals.ts'
import { defineRule } from '../../rule.ts'

export const workflowMissing = defineRule({
  id: 'approval/workflow-missing',
  title: 'A stage that requires approval says whose',
  why: 'Without a workflow nobody is asked, so nobody can approve, and every deal waits before the stage for ever.',
  check: (context) =>
    approvalFindings(context, (stage, name) =>
      stage.approvalWorkflowId
        ? null
        : `${name} requires approval but names no workflow. Pick one or ask for no approval.`,
    ),
})
