import type { ReferenceData } from '../../../domain/process/reference.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import { ApprovalChoice } from '../ApprovalChoice.tsx'
import { ChipChoice } from '../ChipChoice.tsx'
import styles from '../steps.module.css'
import type { StageStepProps } from './StageWizard.tsx'

/** Who has to agree before a deal enters, and what happens by itself. */
export function StageApprovalStep({ answers, onAnswers }: StageStepProps) {
  const t = useText('wizard')
  const reference = useEditorState((state) => state.reference)
  return (
    <div className={styles.form}>
      <ApprovalChoice
        label={t('approvalToEnter')}
        value={answers.workflowId}
        workflows={reference.approvalWorkflows}
        onChange={(workflowId) => onAnswers({ workflowId })}
      />
      <ActionChoice
        legend={t('onEntry')}
        actions={reference.actions}
        value={answers.entryActionIds}
        onChange={(entryActionIds) => onAnswers({ entryActionIds })}
      />
      {answers.kind === 'open' ? (
        <ActionChoice
          legend={t('onExit')}
          actions={reference.actions}
          value={answers.exitActionIds}
          onChange={(exitActionIds) => onAnswers({ exitActionIds })}
        />
      ) : null}
    </div>
  )
}

interface ActionChoiceProps {
  readonly legend: string
  readonly actions: ReferenceData['actions']
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
}

function ActionChoice({ legend, actions, value, onChange }: ActionChoiceProps) {
  const t = useText('wizard')
  const offered = Object.values(actions)
    .filter(({ id, isActive }) => isActive || value.includes(id))
    .sort((a, b) => a.executionOrder - b.executionOrder || a.actionName.localeCompare(b.actionName))
  return (
    <ChipChoice
      legend={legend}
      note={offered.length === 0 ? t('noActions') : null}
      chips={offered.map(({ id, actionName }) => ({ id, label: actionName }))}
      value={value}
      onChange={onChange}
    />
  )
}
