import type { ReactNode } from 'react'
import { useText } from '../../../text/index.ts'
import { TextField } from '../../../ui/forms/index.ts'
import { readNumber } from '../../../ui/forms/readNumber.ts'
import type { Binding } from './binding.ts'
import { errorOf, FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'
import { useDraft } from './useDraft.ts'

interface NumberEditProps {
  readonly binding: Binding<number | null>
  readonly label: ReactNode
  readonly help?: ReactNode
  /** Beside the number: "%", "days". */
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly integer?: boolean
  /** Whether the field may be empty. */
  readonly optional?: boolean
  readonly placeholder?: string
  readonly hideLabel?: boolean
  readonly hideProblems?: boolean
}

/**
 * A number in a plain text field: what cannot be a number is said, not swallowed, and nothing changes until it is one.
 * The field's own limits are soft; a number outside them is kept and the linter says what it means.
 */
export function NumberEdit(props: NumberEditProps) {
  const t = useText('inspector')
  const { binding, label, help, unit, min, max, integer = false, optional = false, placeholder } = props
  const { id, value, problems, readOnly, type, done } = binding
  const parse = (text: string): { value: number | null } | { reason: string } => {
    if (text.trim() === '') return optional ? { value: null } : { reason: t('numberMissing') }
    const number = readNumber(text)
    if (!Number.isFinite(number)) return { reason: t('notANumber') }
    if (integer && !Number.isInteger(number)) return { reason: t('notAWholeNumber') }
    if (min !== undefined && number < min) return { reason: t('tooSmall', { min }) }
    if (max !== undefined && number > max) return { reason: t('tooLarge', { max }) }
    return { value: number }
  }
  const draft = useDraft({
    value,
    format: (number) => (number === null ? '' : String(number)),
    parse,
    commit: type,
    done,
  })
  const step = (by: number) => {
    const next = (value ?? 0) + by
    if ((min === undefined || next >= min) && (max === undefined || next <= max)) draft.onText(String(next))
  }
  const shown = props.hideProblems ? [] : problems
  return (
    <FieldFrame field={binding.field} name={props.hideLabel ? null : label} problems={shown}>
      <TextField
        id={id}
        label={label}
        help={help}
        error={errorOf(shown, draft.refusal)}
        value={draft.text}
        inputMode={integer ? 'numeric' : 'decimal'}
        readOnly={readOnly}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(props.hideLabel === undefined ? {} : { hideLabel: props.hideLabel })}
        {...(unit === undefined ? {} : { end: <span className={styles.unit}>{unit}</span> })}
        onChange={(event) => draft.onText(event.target.value)}
        onBlur={draft.onLeave}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (by === 0 || readOnly || event.altKey || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          step(event.shiftKey ? 10 * by : by)
        }}
      />
    </FieldFrame>
  )
}

/** A number that is always there. */
export function requiredNumber(binding: Binding<number>): Binding<number | null> {
  return {
    ...binding,
    set: (value) => (value === null ? null : binding.set(value)),
    type: (value) => (value === null ? null : binding.type(value)),
  }
}
