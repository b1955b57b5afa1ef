/** One value of the sample deal, by the type of its field. Empty means: not set. */
import { useState } from 'react'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { useText } from '../../text/index.ts'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import styles from './values.module.css'

interface SampleValueProps {
  readonly field: Pick<OpportunityField, 'label' | 'type' | 'options'>
  readonly value: Logic
  readonly onChange: (value: Logic) => void
}

export function SampleValue({ field, value, onChange }: SampleValueProps) {
  const t = useText('ruleBuilder')
  const { label, type, options } = field
  switch (type) {
    case 'boolean':
      return (
        <SelectField
          label={label}
          value={typeof value === 'boolean' ? String(value) : ''}
          options={[
            { value: '', label: t('sampleEmpty') },
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'true')}
        />
      )
    case 'select':
      return (
        <SelectField
          label={label}
          value={typeof value === 'string' ? value : ''}
          options={[
            { value: '', label: t('sampleEmpty') },
            ...options.map((option) => ({ value: option, label: option })),
          ]}
          onChange={({ target }) => onChange(target.value || null)}
        />
      )
    case 'multiselect': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <fieldset className={styles.ticks}>
          <legend>{label}</legend>
          {options.map((option) => (
            <label key={option}>
              <input
                type="checkbox"
                checked={chosen.includes(option)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, option] : chosen.filter((item) => item !== option))
                }
              />
              {option}
            </label>
          ))}
        </fieldset>
      )
    }
    case 'number':
    case 'currency':
      return <SampleNumber {...{ field, value, onChange }} />
    default:
      return (
        <TextField
          label={label}
          type={type === 'date' ? 'date' : 'text'}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value || null)}
        />
      )
  }
}

function SampleNumber({ field, value, onChange }: SampleValueProps) {
  const t = useText('ruleBuilder')
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && typed.trim() !== '' && !Number.isFinite(readNumber(typed))
  return (
    <TextField
      label={field.label}
      inputMode="decimal"
      value={typed ?? (typeof value === 'number' ? String(value) : '')}
      error={wrong ? t('notANumber') : undefined}
      onChange={({ target }) => {
        setTyped(target.value)
        const number = readNumber(target.value)
        if (target.value.trim() === '') onChange(null)
        else if (Number.isFinite(number)) onChange(number)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
