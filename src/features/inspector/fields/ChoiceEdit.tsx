import { type ReactNode, useState } from 'react'
import { SelectField, type SelectOption } from '../../../ui/forms/index.ts'
import type { Binding } from './binding.ts'
import { errorOf, FieldFrame } from './FieldFrame.tsx'

interface ChoiceEditProps {
  readonly binding: Binding<string | null>
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly options: readonly SelectOption[]
  /** What stands for no choice; left out, there always is one. */
  readonly none?: string
  readonly hideLabel?: boolean
}

/** One of a few. A value that is none of them is shown as it is, never lost. */
export function ChoiceEdit({ binding, label, help, options, none, hideLabel }: ChoiceEditProps) {
  const { id, value, problems, readOnly, set } = binding
  const [refused, setRefused] = useState<{ readonly at: string | null; readonly reason: string } | null>(null)
  const known = value === null || options.some((option) => option.value === value)
  const all: SelectOption[] = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...options,
    ...(known ? [] : [{ value: value ?? '', label: value ?? '' }]),
  ]
  const refusal = refused !== null && refused.at === value ? refused.reason : null
  return (
    <FieldFrame field={binding.field} name={hideLabel ? null : label} problems={problems}>
      <SelectField
        id={id}
        label={label}
        help={help}
        error={errorOf(problems, refusal)}
        value={value ?? ''}
        disabled={readOnly}
        options={all}
        {...(hideLabel === undefined ? {} : { hideLabel })}
        onChange={(event) => {
          const chosen = event.target.value === '' ? null : event.target.value
          const reason = set(chosen)
          setRefused(reason === null ? null : { at: value, reason })
        }}
      />
    </FieldFrame>
  )
}
