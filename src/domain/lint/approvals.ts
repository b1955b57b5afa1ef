/** What the approval rules share: which stages ask for approval, which workflows could do it, the two ways out. */
import type { ApprovalWorkflow } from '../process/approval.ts'
import type { SalesStage } from '../process/stage.ts'
import { changeStage, forAll } from './fixes.ts'
import type { Finding, LintContext, QuickFix } from './rule.ts'
import { stageWords } from './words.ts'

/** More would fill the screen; the panel offers all. */
const mostOffered = 3

/** True where every step has somebody to ask and a quorum that can be met. */
export function hasApprovers({ steps }: ApprovalWorkflow): boolean {
  return (
    steps.length > 0 &&
    steps.every(({ approver, mode, quorum }) => {
      const named = approver.kind === 'manager_of_owner' || approver.ref.trim() !== ''
      return named && (mode === 'any' || mode === 'all' || (quorum !== null && quorum > 0))
    })
  )
}

/** One finding for each active stage that requires approval and of which `wrong` says why that cannot work. */
export function* approvalFindings(
  context: LintContext,
  wrong: (stage: SalesStage, name: string) => string | null,
): Iterable<Finding> {
  for (const stage of context.graph.activeStages) {
    if (!stage.requiresApproval) continue
    const message = wrong(stage, stageWords(context, stage.id))
    if (message !== null)
      yield {
        at: { kind: 'stage', id: stage.id, field: 'approvalWorkflowId' },
        message,
        fixes: fixes(context, stage),
      }
  }
}

function fixes({ reference }: LintContext, stage: SalesStage): QuickFix[] {
  const usable = Object.values(reference.approvalWorkflows)
    .filter((workflow) => workflow.isActive && hasApprovers(workflow))
    .sort((a, b) => (a.workflowName < b.workflowName ? -1 : 1))
  const pick = usable
    .slice(0, mostOffered)
    .map((workflow) =>
      changeStage(`Use “${workflow.workflowName}”`, stage.id, { approvalWorkflowId: workflow.id }),
    )
  const drop = changeStage('Ask for no approval', stage.id, {
    requiresApproval: false,
    approvalWorkflowId: null,
  })
  return [...(usable.length === 1 ? pick.map(forAll) : pick), drop]
}
