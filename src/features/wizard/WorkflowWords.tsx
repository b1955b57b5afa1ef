import type { ApprovalWorkflow } from '../../domain/process/approval.ts'
import { useText } from '../../text/index.ts'
import styles from './steps.module.css'

/** Who has to agree, step by step; nothing where no workflow is chosen. */
export function WorkflowWords({ workflow }: { readonly workflow: ApprovalWorkflow | undefined }) {
  const t = useText('wizard')
  if (!workflow) return null
  if (workflow.steps.length === 0) return <p className={styles.note}>{t('workflowEmpty')}</p>
  return (
    <ol className={styles.workflow} aria-label={t('workflowSteps', { name: workflow.workflowName })}>
      {workflow.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
        <li key={index}>
          {step.sla_hours === null ? step.name : t('stepWithin', { step: step.name, count: step.sla_hours })}
        </li>
      ))}
    </ol>
  )
}
