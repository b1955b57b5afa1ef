import type { ApprovalWorkflow } from '../../../domain/process/approval.ts'
import { useApprovalDesigner } from '../../../editor/approvalDesigner.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'

/** Opens the designer of a workflow; nothing where there is none. */
export function WorkflowDoor({ workflow }: { readonly workflow: ApprovalWorkflow }) {
  const t = useText('stageApproval')
  const designer = useApprovalDesigner()
  if (!designer) return null
  return (
    <LinkButton onClick={() => designer.open({ workflowId: workflow.id })}>
      {t(designer.mayChange ? 'design' : 'look')}
    </LinkButton>
  )
}
