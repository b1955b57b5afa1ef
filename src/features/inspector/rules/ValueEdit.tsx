/** One value of a comparison, edited by the type of its field. Values of another type are kept as they are. */
import { useState } from 'react'
import type { OpportunityField } from '../../../domain/process/field.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import { useText } from '../../../text/index.ts'
import { readNumber } from '../../../ui/forms/readNumber.ts'
import { useDraft } from '../fields/useDraft.ts'
import styles from '../inspector.module.css'
import { Select } from './Select.tsx'

interface ValueEditProps {
  readonly label: string
  readonly field: OpportunityField | undefined
  readonly value: Logic
  readonly readOnly: boolean
  /** While typing. */
  readonly onType: (value: Logic) => void
  readonly onDone: () => void
}

export function ValueEdit(props: ValueEditProps) {
  const { field, value } = props
  switch (field?.type) {
    case 'number':
    case 'currency':
      return <NumberValue {...props} />
    case 'date':
      return <DateValue {...props} />
    case 'boolean':
      return <ChoiceValue {...props} options={[true, false]} />
    case 'select':
    case 'multiselect':
      return <ChoiceValue {...props} options={field.options} />
    default:
      return typeof value === 'number' ? <NumberValue {...props} /> : <TextValue {...props} />
  }
}

const written = (value: Logic): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)

function TextValue({ label, value, readOnly, onType, onDone }: ValueEditProps) {
  return (
    <input
      className={styles.value}
      aria-label={label}
      value={written(value)}
      readOnly={readOnly}
      onChange={(event) => onType(event.target.value)}
      onBlur={onDone}
    />
  )
}

function NumberValue({ label, value, readOnly, onType, onDone }: ValueEditProps) {
  const t = useText('inspector')
  const draft = useDraft<Logic>({
    value,
    format: written,
    parse: (text) => {
      const number = readNumber(text)
      return Number.isFinite(number) ? { value: number } : { reason: t('notANumber') }
    },
    commit: (next) => {
      onType(next)
      return null
    },
    done: onDone,
  })
  return (
    <input
      className={styles.value}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={draft.refusal !== null || undefined}
      title={draft.refusal ?? undefined}
      value={draft.text}
      readOnly={readOnly}
      onChange={(event) => draft.onText(event.target.value)}
      onBlur={draft.onLeave}
    />
  )
}

function ChoiceValue({
  label,
  value,
  readOnly,
  onType,
  onDone,
  options,
}: ValueEditProps & { readonly options: readonly (string | boolean)[] }) {
  const t = useText('inspector')
  const name = (option: Logic) => (option === true ? t('yes') : option === false ? t('no') : written(option))
  const index = options.findIndex((option) => Object.is(option, value))
  return (
    <Select
      label={label}
      value={index < 0 ? 'as-is' : String(index)}
      readOnly={readOnly}
      options={[
        ...options.map((option, at) => ({ value: String(at), label: name(option) })),
        ...(index < 0 ? [{ value: 'as-is', label: name(value) || t('choose') }] : []),
      ]}
      onChange={(chosen) => {
        const option = options[Number(chosen)]
        if (option === undefined) return
        onType(option)
        onDone()
      }}
    />
  )
}

const daysFromToday = (value: Logic): number | null =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value.relative_date === 'number'
    ? value.relative_date
    : null

/** A day of the calendar, or a day counted from today: "30 days from today", "7 days ago". */
function DateValue(props: ValueEditProps) {
  const t = useText('inspector')
  const { label, value, readOnly, onType, onDone } = props
  const days = daysFromToday(value)
  const [wasDay, setWasDay] = useState('')
  const mode = days === null ? 'day' : days < 0 ? 'ago' : 'ahead'
  const choose = (next: string) => {
    if (next === mode) return
    if (days === null && typeof value === 'string') setWasDay(value)
    const count = Math.abs(days ?? 0)
    if (next === 'day') onType(wasDay || new Date().toISOString().slice(0, 10))
    else onType({ relative_date: next === 'ago' ? -(count || 7) : count })
    onDone()
  }
  return (
    <span className={styles.dateValue}>
      {days === null ? (
        <input
          type="date"
          className={styles.value}
          aria-label={label}
          value={written(value).slice(0, 10)}
          readOnly={readOnly}
          onChange={(event) => {
            if (event.target.value !== '') onType(event.target.value)
          }}
          onBlur={onDone}
        />
      ) : (
        <NumberValue
          {...props}
          field={undefined}
          value={Math.abs(days)}
          onType={(next) =>
            onType({
              relative_date: typeof next === 'number' && next !== 0 ? Math.round(days < 0 ? -next : next) : 0,
            })
          }
        />
      )}
      <Select
        label={t('dateModeName', { label })}
        value={mode}
        readOnly={readOnly}
        options={(['day', 'ahead', 'ago'] as const).map((name) => ({
          value: name,
          label: t(`dateMode_${name}`),
        }))}
        onChange={choose}
      />
    </span>
  )
}
