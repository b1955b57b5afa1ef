import Button from '@mui/material/Button'
import type { SalesStage } from '../../../domain/process/stage.ts'
import { useApprovalDesigner } from '../../../editor/approvalDesigner.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import type { StageFields } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import { ApprovalSteps } from './ApprovalSteps.tsx'
import styles from './approval.module.css'
import { WorkflowDoor } from './WorkflowDoor.tsx'

/** Whether a deal waits before the stage, whose word it waits for, and the designer where that is changed or made. */
export function StageApproval({ stage, bind }: { readonly stage: SalesStage; readonly bind: StageFields }) {
  const t = useText('stageApproval')
  const designer = useApprovalDesigner()
  const workflows = useEditorState((state) => Object.values(state.reference.approvalWorkflows))
  const workflow = bind('approvalWorkflowId')
  const lock = bind('lockWhilePending')
  const chosen = workflows.find(({ id }) => id === stage.approvalWorkflowId)
  const options = workflows
    .filter(({ id, isActive }) => isActive || id === stage.approvalWorkflowId)
    .sort((a, b) => (a.workflowName < b.workflowName ? -1 : 1))
    .map(({ id, workflowName, isActive }) => ({
      value: id,
      label: isActive ? workflowName : t('inactiveName', { name: workflowName }),
    }))
  const mayFix = designer?.mayChange && !workflow.readOnly
  const wrong = (ruleId: string) => workflow.problems.some((problem) => problem.ruleId === ruleId)
  const open = (words: string) =>
    chosen ? (
      <Button size="small" variant="outlined" onClick={() => designer?.open({ workflowId: chosen.id })}>
        {words}
      </Button>
    ) : null
  return (
    <>
      <SwitchEdit
        binding={bind('requiresApproval')}
        label={t('requiresApproval')}
        help={t('requiresApprovalHelp')}
      />
      {stage.requiresApproval || stage.approvalWorkflowId !== null ? (
        <ChoiceEdit binding={workflow} label={t('workflow')} none={t('workflowNone')} options={options} />
      ) : null}
      {mayFix && wrong('approval/no-approver') ? open(t('complete')) : null}
      {mayFix && wrong('approval/workflow-inactive') ? open(t('activate')) : null}
      {chosen ? <ApprovalSteps steps={chosen.steps} /> : null}
      {stage.requiresApproval || lock.value ? (
        <SwitchEdit
          binding={{ ...lock, value: lock.value ?? false }}
          label={t('lockWhilePending')}
          help={t('lockWhilePendingHelp')}
        />
      ) : null}
      <div className={styles.links}>
        {chosen ? <WorkflowDoor workflow={chosen} /> : null}
        {stage.requiresApproval && mayFix ? (
          <LinkButton
            onClick={() => designer.open({ workflowId: null, onSaved: (id) => void workflow.set(id) })}
          >
            {t('create')}
          </LinkButton>
        ) : null}
      </div>
    </>
  )
}
