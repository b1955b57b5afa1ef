import { stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { ApprovalChoice } from './ApprovalChoice.tsx'
import styles from './steps.module.css'

/** Which stages a deal may enter only after somebody agreed. */
export function ApprovalsStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const stages = useEditorState(({ document }) =>
    stagesInOrder(document).filter((stage) => stage.isActive && stageKind(stage) !== 'lost'),
  )
  const workflows = useEditorState((state) => state.reference.approvalWorkflows)
  if (stages.length === 0) return <p className={styles.nothing}>{t('noOpen')}</p>
  if (Object.keys(workflows).length === 0) return <p className={styles.nothing}>{t('noWorkflows')}</p>
  return (
    <ul className={styles.approvals}>
      {stages.map((stage) => (
        <li key={stage.id}>
          <ApprovalChoice
            label={stage.stageName || t('unnamed')}
            value={stage.requiresApproval ? (stage.approvalWorkflowId ?? '') : ''}
            workflows={workflows}
            onChange={(workflowId) =>
              editor.dispatch('updateStage', {
                stageId: stage.id,
                changes: { requiresApproval: workflowId !== '', approvalWorkflowId: workflowId || null },
              })
            }
          />
        </li>
      ))}
    </ul>
  )
}
