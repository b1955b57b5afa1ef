import Button from '@mui/material/Button'
import { useMemo, useState } from 'react'
import { useText } from '../../text/entrance.ts'
import { HouseDialog } from '../feedback/HouseDialog.tsx'
import { ErrorSummary, SelectField, TextField } from '../forms/index.ts'
import { ChangePreview } from './ChangePreview.tsx'
import type { Plan } from './plan.ts'
import styles from './preview.module.css'

export interface BulkField {
  readonly id: string
  readonly label: string
  readonly help?: string
  /** A choice where given, else a line of text. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
}

/** What was filled in, by field; empty means: leave as it is. */
export type BulkValues = Readonly<Record<string, string>>

interface BulkDialogProps {
  readonly title: string
  readonly description: string
  readonly fields: readonly BulkField[]
  /** What the values would do. */
  readonly plan: (values: BulkValues) => Plan
  readonly onClose: () => void
}

/** The same values for several rows as one step, with every change in sight before it is made. */
export function BulkDialog({ title, description, fields, plan: planOf, onClose }: BulkDialogProps) {
  const t = useText('tables')
  const [values, setValues] = useState<BulkValues>({})
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const plan = useMemo(() => planOf(values), [planOf, values])
  const set = (id: string, value: string) => {
    setValues({ ...values, [id]: value })
    setRefusal(null)
  }
  const apply = () => {
    const reason = plan.submit === null ? t('nothingChanges') : plan.apply()
    if (reason === null) onClose()
    else {
      setRefusal(reason)
      setAttempt(attempt + 1)
    }
  }
  const empty = { value: '', label: t('keep') }
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
        {refusal === null ? null : (
          <ErrorSummary
            errors={[{ field: `bulk-${fields[0]?.id ?? ''}`, message: refusal }]}
            attempt={attempt}
          />
        )}
        <div className={styles.fields}>
          {fields.map(({ id, label, help, options }) =>
            options ? (
              <SelectField
                key={id}
                id={`bulk-${id}`}
                label={label}
                help={help}
                value={values[id] ?? ''}
                options={[empty, ...options]}
                onChange={(event) => set(id, event.target.value)}
              />
            ) : (
              <TextField
                key={id}
                id={`bulk-${id}`}
                label={label}
                help={help}
                autoComplete="off"
                placeholder={t('keep')}
                value={values[id] ?? ''}
                onChange={(event) => set(id, event.target.value)}
              />
            ),
          )}
        </div>
        <ChangePreview changes={plan.changes} />
      </div>
    </HouseDialog>
  )
}
