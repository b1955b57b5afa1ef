import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { useText } from '../../text/entrance.ts'
import { HouseDialog } from '../feedback/HouseDialog.tsx'
import { ErrorSummary } from '../forms/ErrorSummary.tsx'
import type { Plan } from './plan.ts'
import styles from './preview.module.css'

interface PlanDialogProps {
  readonly title: string
  readonly description: string
  readonly plan: Plan
  /** Why nothing can be applied, where the plan has nothing. */
  readonly nothing: string
  /** Id of the field that a refusal leads to. */
  readonly field: string
  readonly onClose: () => void
  /** Its argument takes a refusal back: for when what was refused is changed. */
  readonly children: (forget: () => void) => ReactNode
}

/** A dialog that applies a plan as one step; a refusal stands above what was filled in, and nothing is lost. */
export function PlanDialog({ title, description, plan, nothing, field, onClose, children }: PlanDialogProps) {
  const t = useText('tables')
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const apply = () => {
    const reason = plan.submit === null ? nothing : plan.apply()
    if (reason === null) onClose()
    else {
      setRefusal(reason)
      setAttempt(attempt + 1)
    }
  }
  return (
    <HouseDialog
      open
      size="md"
      title={title}
      description={description}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {plan.submit ?? t('nothingToApply')}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {refusal === null ? null : <ErrorSummary errors={[{ field, message: refusal }]} attempt={attempt} />}
        {children(() => setRefusal(null))}
      </div>
    </HouseDialog>
  )
}
