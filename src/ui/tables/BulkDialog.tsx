import { useMemo, useState } from 'react'
import { useText } from '../../text/entrance.ts'
import { SelectField, TextField } from '../forms/index.ts'
import { ChangePreview } from './ChangePreview.tsx'
import { PlanDialog } from './PlanDialog.tsx'
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
  const plan = useMemo(() => planOf(values), [planOf, values])
  const empty = { value: '', label: t('keep') }
  return (
    <PlanDialog
      {...{ title, description, plan, onClose }}
      nothing={t('nothingChanges')}
      field={`bulk-${fields[0]?.id ?? ''}`}
    >
      {(forget) => {
        const set = (id: string, value: string) => {
          setValues({ ...values, [id]: value })
          forget()
        }
        return (
          <>
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
          </>
        )
      }}
    </PlanDialog>
  )
}
