import { stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/index.ts'
import styles from './steps.module.css'
import { WorkflowWords } from './WorkflowWords.tsx'

/** Which stages a deal may enter only after somebody agreed. */
export function ApprovalsStep() {
  const t = useText('wizard')
  const editor = useEditor()
  const stages = useEditorState(({ document }) =>
    stagesInOrder(document).filter((stage) => stage.isActive && stageKind(stage) !== 'lost'),
  )
  const workflows = useEditorState((state) => state.reference.approvalWorkflows)
  const choices = Object.values(workflows)
    .filter(({ isActive }) => isActive)
    .sort((a, b) => a.workflowName.localeCompare(b.workflowName))
  if (stages.length === 0) return <p className={styles.nothing}>{t('noOpen')}</p>
  const choose = (stageId: string, workflowId: string) =>
    editor.dispatch('updateStage', {
      stageId,
      changes: { requiresApproval: workflowId !== '', approvalWorkflowId: workflowId || null },
    })
  return (
    <>
      {choices.length === 0 ? <p className={styles.note}>{t('noWorkflows')}</p> : null}
      <ul className={styles.approvals}>
        {stages.map((stage) => {
          const chosen = stage.requiresApproval ? (stage.approvalWorkflowId ?? '') : ''
          const known = chosen === '' || choices.some(({ id }) => id === chosen)
          return (
            <li key={stage.id}>
              <SelectField
                label={stage.stageName || t('unnamed')}
                value={chosen}
                options={[
                  { value: '', label: t('noApproval') },
                  ...choices.map(({ id, workflowName }) => ({ value: id, label: workflowName })),
                  ...(known ? [] : [{ value: chosen, label: t('unknownWorkflow') }]),
                ]}
                onChange={(event) => choose(stage.id, event.target.value)}
              />
              <WorkflowWords workflow={workflows[chosen]} />
            </li>
          )
        })}
      </ul>
    </>
  )
}
