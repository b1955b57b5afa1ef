import type { StageTransition } from '../../../domain/process/transition.ts'
import { useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { ApprovalSteps } from '../approval/ApprovalSteps.tsx'
import { WorkflowDoor } from '../approval/WorkflowDoor.tsx'
import { EditAtStage } from './EditAtStage.tsx'
import { RefusalWay } from './RefusalWay.tsx'
import styles from './transition.module.css'

/** Who has to agree before a deal enters the target; set at the target. */
export function TargetApproval({ transition }: { readonly transition: StageTransition }) {
  const stageId = transition.toStageId
  const t = useText('transition')
  const stage = useEditorState(({ document }) => document.stages[stageId])
  const name = useEditorState(({ document }) => stageNameOf(document, stageId))
  const workflow = useEditorState(({ reference }) =>
    stage?.approvalWorkflowId ? reference.approvalWorkflows[stage.approvalWorkflowId] : undefined,
  )
  return (
    <>
      {stage?.requiresApproval ? (
        <>
          <p className={styles.nothing}>
            {workflow
              ? t('approvalBy', { name, workflow: workflow.workflowName })
              : t('approvalWithoutWorkflow', { name })}
          </p>
          {workflow ? <ApprovalSteps steps={workflow.steps} /> : null}
          <RefusalWay transition={transition} />
        </>
      ) : (
        <p className={styles.nothing}>{t('approvalNone', { name })}</p>
      )}
      <div className={styles.links}>
        {stage ? <EditAtStage stageId={stageId} sections={['approval']} /> : null}
        {stage?.requiresApproval && workflow ? <WorkflowDoor workflow={workflow} /> : null}
      </div>
    </>
  )
}
