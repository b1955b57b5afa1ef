/** One value of a deal, by the field's type. Choices count at once, typed values when the person leaves or presses Enter. */
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useText } from '../../text/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import styles from './simulate.module.css'

interface FieldEditorProps {
  readonly field: Pick<OpportunityField, 'key' | 'label' | 'type' | 'options'>
  readonly value: Logic
  readonly onChange: (value: Logic) => void
}

export function FieldEditor({ field, value, onChange }: FieldEditorProps) {
  const t = useText('simulate')
  switch (field.type) {
    case 'boolean':
      return (
        <SelectField
          label={field.label}
          value={typeof value === 'boolean' ? String(value) : ''}
          options={[
            { value: '', label: t('empty') },
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'true')}
        />
      )
    case 'select':
      return (
        <SelectField
          label={field.label}
          value={typeof value === 'string' ? value : ''}
          options={[
            { value: '', label: t('empty') },
            ...field.options.map((option) => ({ value: option, label: option })),
          ]}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
      )
    case 'multiselect':
      return <ManyChoices field={field} value={value} onChange={onChange} />
    default:
      return <TypedValue field={field} value={value} onChange={onChange} />
  }
}

function ManyChoices({ field, value, onChange }: FieldEditorProps) {
  const chosen = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  const toggle = (option: string) =>
    onChange(
      chosen.includes(option)
        ? chosen.filter((item) => item !== option)
        : field.options.filter((item) => item === option || chosen.includes(item)),
    )
  return (
    <fieldset className={styles.choices}>
      <legend>{field.label}</legend>
      {field.options.map((option) => (
        <label key={option}>
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => toggle(option)} />
          {option}
        </label>
      ))}
    </fieldset>
  )
}

const shown = (value: Logic): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function TypedValue({ field, value, onChange }: FieldEditorProps) {
  const t = useText('simulate')
  const numeric = field.type === 'number' || field.type === 'currency'
  const [typed, setTyped] = useState(shown(value))
  useEffect(() => setTyped(shown(value)), [value])
  const wrong = numeric && typed.trim() !== '' && !Number.isFinite(Number(typed))
  const commit = () => {
    if (wrong || typed === shown(value)) return
    const words = typed.trim()
    onChange(words === '' ? null : numeric ? Number(words) : words)
  }
  return (
    <TextField
      label={field.label}
      type={field.type === 'date' ? 'date' : 'text'}
      {...(numeric ? { inputMode: 'decimal' as const } : {})}
      value={typed}
      error={wrong ? t('notANumber') : undefined}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={commit}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        commit()
      }}
    />
  )
}
