/** One value of a deal, by the field's type. Choices count at once, typed values when the person leaves or presses Enter. */
import { type KeyboardEvent, useEffect, useState } from 'react'
import { valueInWords } from '../../domain/engine/ruleSentence.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { say, useText } from '../../text/index.ts'
import { TextField } from '../../ui/forms/TextField.tsx'
import { ValueField } from '../../ui/forms/ValueField.tsx'

interface FieldEditorProps {
  readonly field: Pick<OpportunityField, 'key' | 'label' | 'type' | 'options'>
  readonly value: Logic
  /** Why it may not be changed now; true where that is said elsewhere. */
  readonly locked?: string | boolean | null
  readonly onChange: (value: Logic) => void
}

export function FieldEditor(props: FieldEditorProps) {
  const { label, type, options } = props.field
  const { locked, value } = props
  if (locked)
    return (
      <TextField
        label={label}
        value={
          typeof value === 'boolean' || Array.isArray(value) ? say.rule(valueInWords(value)) : shown(value)
        }
        readOnly
        {...(locked === true ? {} : { help: say(locked) })}
      />
    )
  return type === 'boolean' || type === 'select' || type === 'multiselect' ? (
    <ValueField {...{ label, options }} kind={type} value={props.value} onChange={props.onChange} />
  ) : (
    <TypedValue {...props} />
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
