import type { ApprovalStep } from '../../../domain/process/approval.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { StageFields } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'
import panel from '../inspector.module.css'
import styles from './stage.module.css'

export function StageApproval({ stage, bind }: { readonly stage: SalesStage; readonly bind: StageFields }) {
  const t = useText('inspector')
  const workflows = useEditorState((state) => Object.values(state.reference.approvalWorkflows))
  const chosen = workflows.find(({ id }) => id === stage.approvalWorkflowId)
  const options = workflows.map(({ id, workflowName, isActive }) => ({
    value: id,
    label: isActive ? workflowName : t('inactiveName', { name: workflowName }),
  }))
  return (
    <>
      <SwitchEdit
        binding={bind('requiresApproval')}
        label={t('requiresApproval')}
        help={t('requiresApprovalHelp')}
      />
      {stage.requiresApproval || stage.approvalWorkflowId !== null ? (
        <ChoiceEdit
          binding={bind('approvalWorkflowId')}
          label={t('workflow')}
          none={t('workflowNone')}
          options={options}
        />
      ) : null}
      {chosen ? <ApprovalSteps steps={chosen.steps} /> : null}
    </>
  )
}

/** The workflow's steps in words; they are edited where the company's workflows are. */
export function ApprovalSteps({ steps }: { readonly steps: readonly ApprovalStep[] }) {
  const t = useText('inspector')
  if (steps.length === 0) return <p className={panel.nothing}>{t('noSteps')}</p>
  return (
    <ol className={styles.steps} aria-label={t('approvalSteps')}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no identity but its place
        <li key={`${step.name} ${index}`}>
          <span>{step.name || t('unnamedStep')}</span>
          <span className={panel.pickedNote}>
            {t(`approver_${step.approver.kind}`, { name: step.approver.ref.replaceAll('_', ' ') })}
            {step.mode === 'number' || step.mode === 'percent'
              ? `, ${t(`mode_${step.mode}`, { count: step.quorum ?? 0 })}`
              : `, ${t(`mode_${step.mode}`)}`}
            {step.sla_hours === null ? '' : `, ${t('within', { count: step.sla_hours })}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
