import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { TextEdit } from '../fields/TextEdit.tsx'
import { mixed, type Shared } from './shared.ts'

interface SharedTextProps<Value extends string | null> {
  readonly binding: Binding<Shared<Value>>
  readonly label: string
  /** What an empty text stands for. */
  readonly empty: Value
  /** A text as the field holds it. */
  readonly of: (text: string) => Value
}

/** A text of several rows; where they differ it is empty and says so until one text is typed for all. */
export function SharedText<Value extends string | null>(props: SharedTextProps<Value>) {
  const t = useText('inspector')
  const { binding, label, empty, of } = props
  const { value } = binding
  const to = (change: Binding<Shared<Value>>['set']) => (text: string) =>
    change(text === '' ? empty : of(text))
  return (
    <TextEdit
      binding={{
        ...binding,
        value: value === mixed ? '' : (value ?? ''),
        set: to(binding.set),
        type: to(binding.type),
      }}
      label={label}
      rows={2}
      {...(value === mixed ? { placeholder: t('mixed') } : {})}
    />
  )
}
