import { stageNameOf } from '../../../domain/process/names.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import styles from '../inspector.module.css'
import { setSectionOpen } from '../sections.ts'
import { ApprovalSteps } from '../stage/StageApproval.tsx'

/** Who has to agree before a deal enters the target; set at the target. */
export function TargetApproval({ stageId }: { readonly stageId: string }) {
  const t = useText('inspector')
  const editor = useEditor()
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
        </>
      ) : (
        <p className={styles.nothing}>{t('approvalNone', { name })}</p>
      )}
      {stage ? (
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            setSectionOpen('stage.approval', true)
            editor.select([{ kind: 'stage', id: stageId }])
            editor.reveal({ kind: 'stage', id: stageId })
          }}
        >
          {t('editAtStage', { name })}
        </button>
      ) : null}
    </>
  )
}
