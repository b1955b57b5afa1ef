import { approvalFindings } from '../../approvals.ts'
import { referenceIsKnown, workflowOf } from '../../known.ts'
import { defineRule } from '../../rule.ts'

export const workflowUnknown = defineRule({
  id: 'approval/workflow-unknown',
  title: 'The approval workflow exists',
  why: 'A workflow that was deleted, or belongs to another company, asks nobody. Deals wait before the stage for ever.',
  *check(context) {
    if (!referenceIsKnown(context)) return
    yield* approvalFindings(context, ({ approvalWorkflowId: id }, name) =>
      id && !workflowOf(context, id)
        ? `The approval workflow of ${name} does not exist. Pick another one or ask for no approval.`
        : null,
    )
  },
})
