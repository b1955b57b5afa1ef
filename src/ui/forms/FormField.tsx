import { type ReactNode, useId } from 'react'
import { useText } from '../../text/entrance.ts'
import { FieldError } from './FieldError.tsx'
import styles from './forms.module.css'

export interface FieldWords {
  readonly label: ReactNode
  readonly help?: ReactNode
  /** What is wrong and what to do; shown below the control and read with it. */
  readonly error?: string | undefined
  /** Said in words beside the label. */
  readonly required?: boolean
  /** The control's id; error-summary links lead to it. */
  readonly id?: string
  /** The label stays for screen readers alone; only where the place itself says what the field is. */
  readonly hideLabel?: boolean
}

/** What ties a control to its label, help and error. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

interface FormFieldProps extends FieldWords {
  readonly children: (control: ControlProps) => ReactNode
}

/** A visible label, a control, its help and its error, joined for everyone. */
export function FormField({
  label,
  help,
  error,
  required = false,
  id: given,
  hideLabel = false,
  children,
}: FormFieldProps) {
  const t = useText('ui')
  const own = useId()
  const id = given ?? own
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : styles.label}>
        {label}
        {required ? ' ' : null}
        {required ? <span className={styles.note}>{t('required')}</span> : null}
      </label>
      {children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
        ...(required ? { 'aria-required': true as const } : {}),
      })}
      {help ? (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      ) : null}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}
