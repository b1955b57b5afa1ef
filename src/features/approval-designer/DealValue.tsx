/** One value of the deal a workflow is tried on, by the field's type. */
import { useId, useState } from 'react'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useText } from '../../text/index.ts'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import styles from './approvalDesigner.module.css'

interface DealValueProps {
  readonly field: OpportunityField
  readonly value: Logic
  /** Null: the field is empty. */
  readonly onChange: (value: Logic) => void
}

export function DealValue({ field, value, onChange }: DealValueProps) {
  const t = useText('approvalDesigner')
  const { type, label, options } = field
  if (type === 'boolean')
    return (
      <SelectField
        label={label}
        value={typeof value === 'boolean' ? String(value) : ''}
        options={[
          { value: '', label: t('empty') },
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'true')}
      />
    )
  if (type === 'select')
    return (
      <SelectField
        label={label}
        value={typeof value === 'string' ? value : ''}
        options={[
          { value: '', label: t('empty') },
          ...options.map((option) => ({ value: option, label: option })),
        ]}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      />
    )
  if (type === 'multiselect') return <ManyValues field={field} value={value} onChange={onChange} />
  if (type === 'number' || type === 'currency')
    return <NumberValue field={field} value={value} onChange={onChange} />
  return (
    <TextField
      label={label}
      type={type === 'date' ? 'date' : 'text'}
      value={typeof value === 'string' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  )
}

/** What is typed stays as typed; the deal takes it as soon as it is a number. */
function NumberValue({ field, value, onChange }: DealValueProps) {
  const t = useText('approvalDesigner')
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '')
  const wrong = typed.trim() !== '' && !Number.isFinite(readNumber(typed))
  return (
    <TextField
      label={field.label}
      inputMode="decimal"
      value={typed}
      error={wrong ? t('notANumber') : undefined}
      onChange={({ target }) => {
        setTyped(target.value)
        const number = readNumber(target.value)
        onChange(target.value.trim() === '' || !Number.isFinite(number) ? null : number)
      }}
    />
  )
}

function ManyValues({ field, value, onChange }: DealValueProps) {
  const id = useId()
  const chosen = Array.isArray(value) ? value : []
  const toggle = (option: string) =>
    onChange(
      field.options.filter((other) => (other === option ? !chosen.includes(other) : chosen.includes(other))),
    )
  return (
    <fieldset className={styles.many}>
      <legend>{field.label}</legend>
      {field.options.map((option) => (
        <label key={option} htmlFor={`${id}-${option}`}>
          <input
            id={`${id}-${option}`}
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={() => toggle(option)}
          />
          {option}
        </label>
      ))}
    </fieldset>
  )
}
