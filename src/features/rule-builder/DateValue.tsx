/** A day: of the calendar, counted from today, or the day that another field holds. */
import { useState } from 'react'
import type { Logic } from '../../domain/process/rule.ts'
import { fieldKeyOf, relativeDaysOf } from '../../editor/comparisons.ts'
import { useText } from '../../text/index.ts'
import { FieldValue } from './FieldValue.tsx'
import { Select } from './Select.tsx'
import { NumberInput } from './TypedInput.tsx'
import type { ValueEditProps } from './valueEditProps.ts'
import styles from './values.module.css'

const usualDays = 7

export function DateValue(props: ValueEditProps) {
  const { label, value, others, readOnly, describedBy, onSet, onType, onDone } = props
  const t = useText('ruleBuilder')
  const days = relativeDaysOf(value)
  const [wasDay, setWasDay] = useState<string | null>(null)
  const mode = fieldKeyOf(value) !== null ? 'field' : days === null ? 'day' : wayOf(days)
  const choose = (next: string) => {
    if (mode === 'day' && typeof value === 'string') setWasDay(value)
    const count = Math.abs(days ?? 0) || usualDays
    if (next === 'day') onSet(wasDay ?? new Date().toISOString().slice(0, 10))
    else if (next === 'field') onSet({ var: others[0]?.key ?? '' })
    else onSet({ relative_date: { today: 0, ago: -count }[next] ?? count })
  }
  return (
    <span className={styles.dateValue}>
      {mode === 'field' ? (
        <FieldValue {...props} />
      ) : mode === 'day' ? (
        <input
          type="date"
          className={styles.value}
          aria-label={label}
          aria-describedby={describedBy}
          value={typeof value === 'string' ? value.slice(0, 10) : ''}
          readOnly={readOnly}
          onChange={(event) => {
            if (event.target.value !== '') onType(event.target.value)
          }}
          onBlur={onDone}
        />
      ) : mode === 'today' ? null : (
        <NumberInput
          label={label}
          narrow
          value={Math.abs(days ?? 0)}
          readOnly={readOnly}
          describedBy={describedBy}
          onType={(number) => onType(daysFrom(number, mode === 'ago'))}
          onDone={onDone}
        />
      )}
      <Select
        label={t('counted', { label })}
        value={mode}
        readOnly={readOnly}
        options={[
          { value: 'day', label: t('day') },
          { value: 'today', label: t('onToday') },
          { value: 'ahead', label: t('daysAhead') },
          { value: 'ago', label: t('daysAgo') },
          ...(others.length > 0 || mode === 'field' ? [{ value: 'field', label: t('dayOfField') }] : []),
        ]}
        onChange={choose}
      />
    </span>
  )
}

const wayOf = (days: number) => (days === 0 ? 'today' : days < 0 ? 'ago' : 'ahead')

function daysFrom(number: number, ago: boolean): Logic {
  const days = Math.round(Math.abs(number))
  return { relative_date: ago && days !== 0 ? -days : days }
}
