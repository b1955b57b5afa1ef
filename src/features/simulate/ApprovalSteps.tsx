/** An approval under way: each step with who decided, and the one that is open to be decided as any role. */

import CancelOutlined from '@mui/icons-material/CancelOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { roles } from '../../contract/roles.ts'
import type { ApprovalRequest, ApprovalStepState } from '../../domain/engine/approvalRequest.ts'
import { approverOf } from '../../domain/engine/approvals.ts'
import { approverLabel, approverWords } from '../../editor/whoWords.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import styles from './exit.module.css'

const icons = {
  waiting: RadioButtonUnchecked,
  open: HourglassEmpty,
  approved: CheckCircleOutlined,
  rejected: CancelOutlined,
} as const

interface ApprovalStepsProps {
  readonly request: ApprovalRequest
  readonly onDecide: (decision: 'approve' | 'reject', role: string) => void
  readonly onRecall: () => void
}

export function ApprovalSteps({ request, onDecide, onRecall }: ApprovalStepsProps) {
  const t = useText('simulate')
  return (
    <div>
      <h5>{t('approval', { name: request.workflow_name })}</h5>
      <ol className={styles.approval}>
        {request.steps.map((step, index) => {
          const Icon = icons[step.status]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their place, and their names may repeat
            <li key={index} data-status={step.status}>
              <div className={styles.approvalStep}>
                <Icon aria-hidden />
                <strong>{step.name}</strong>
                <span>{stateInWords(step)}</span>
              </div>
              {step.status === 'open' ? (
                <Decision key={approverOf(step)} wanted={approverOf(step)} onDecide={onDecide} />
              ) : null}
            </li>
          )
        })}
      </ol>
      <div className={styles.recall}>
        <Button variant="outlined" onClick={onRecall}>
          {t('recall')}
        </Button>
      </div>
    </div>
  )

  function stateInWords(step: ApprovalStepState): string {
    const state = t(`step_${step.status}`, { who: approverWords(approverOf(step)) })
    if (step.status !== 'approved' && step.status !== 'rejected') return state
    if (step.timed_out && step.decisions.length === 0) return t('timedOut', { state })
    return t('stepDone', { state, who: step.decisions.map(({ role }) => approverWords(role)).join(', ') })
  }
}

interface DecisionProps {
  readonly wanted: string
  readonly onDecide: ApprovalStepsProps['onDecide']
}

function Decision({ wanted, onDecide }: DecisionProps) {
  const t = useText('simulate')
  const [role, setRole] = useState(wanted)
  const choices = [...new Set([wanted, 'manager_of_owner', ...roles])]
  return (
    <div className={styles.decision}>
      <SelectField
        label={t('decideAs')}
        value={role}
        options={choices.map((value) => ({ value, label: approverLabel(value) }))}
        onChange={({ target }) => setRole(target.value)}
      />
      <Button variant="contained" onClick={() => onDecide('approve', role)}>
        {t('approve')}
      </Button>
      <Button variant="outlined" color="error" onClick={() => onDecide('reject', role)}>
        {t('reject')}
      </Button>
    </div>
  )
}
