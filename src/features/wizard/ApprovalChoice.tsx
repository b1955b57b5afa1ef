import type { ReferenceData } from '../../domain/process/reference.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/index.ts'
import styles from './steps.module.css'
import { WorkflowWords } from './WorkflowWords.tsx'

interface ApprovalChoiceProps {
  readonly label: string
  /** Empty: no approval. */
  readonly value: string
  readonly workflows: ReferenceData['approvalWorkflows']
  readonly onChange: (workflowId: string) => void
}

/** An approval workflow or none, with its steps in words. */
export function ApprovalChoice({ label, value, workflows, onChange }: ApprovalChoiceProps) {
  const t = useText('wizard')
  const offered = Object.values(workflows)
    .filter(({ isActive }) => isActive)
    .sort((a, b) => a.workflowName.localeCompare(b.workflowName))
  const known = value === '' || offered.some(({ id }) => id === value)
  return (
    <div>
      <SelectField
        label={label}
        value={value}
        options={[
          { value: '', label: t('noApproval') },
          ...offered.map(({ id, workflowName }) => ({ value: id, label: workflowName })),
          ...(known ? [] : [{ value, label: workflows[value]?.workflowName ?? t('unknownWorkflow') }]),
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
      <WorkflowWords workflow={workflows[value]} />
      {Object.keys(workflows).length === 0 ? <p className={styles.note}>{t('noWorkflows')}</p> : null}
    </div>
  )
}
