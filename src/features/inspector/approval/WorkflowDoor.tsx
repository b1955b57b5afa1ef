import type { ApprovalWorkflow } from '../../../domain/process/approval.ts'
import { useApprovalDesigner } from '../../../editor/approvalDesigner.ts'
import { useText } from '../../../text/index.ts'
import styles from './approval.module.css'

/** Opens the designer of a workflow; nothing where there is none. */
export function WorkflowDoor({ workflow }: { readonly workflow: ApprovalWorkflow }) {
  const t = useText('stageApproval')
  const designer = useApprovalDesigner()
  if (!designer) return null
  return (
    <button type="button" className={styles.link} onClick={() => designer.open({ workflowId: workflow.id })}>
      {t(designer.mayChange ? 'design' : 'look')}
    </button>
  )
}
