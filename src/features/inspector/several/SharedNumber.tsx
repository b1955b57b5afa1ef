import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { NumberEdit } from '../fields/NumberEdit.tsx'
import { mixed, type Shared } from './shared.ts'

interface SharedNumberProps<Value extends number | null> {
  readonly binding: Binding<Shared<Value>>
  readonly label: string
  readonly unit?: string
  readonly optional?: boolean
}

/** A number of several rows; where they differ it is empty and says so until one number is typed for all. */
export function SharedNumber<Value extends number | null>(props: SharedNumberProps<Value>) {
  const t = useText('inspector')
  const { binding, label, unit, optional = false } = props
  const { value } = binding
  const differs = value === mixed
  const to = (change: Binding<Shared<Value>>['set']) => (next: number | null) =>
    next === null && (differs || !optional) ? null : change(next as Value)
  return (
    <NumberEdit
      binding={{ ...binding, value: differs ? null : value, set: to(binding.set), type: to(binding.type) }}
      label={label}
      {...(unit === undefined ? {} : { unit })}
      optional={optional || differs}
      {...(differs ? { placeholder: t('mixed') } : {})}
    />
  )
}
