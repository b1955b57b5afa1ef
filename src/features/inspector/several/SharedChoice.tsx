import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { ChoiceEdit } from '../fields/ChoiceEdit.tsx'
import { mixed, type Shared } from './shared.ts'

interface SharedChoiceProps<Value> {
  readonly binding: Binding<Shared<Value>>
  readonly label: string
  readonly options: readonly Value[]
  readonly name: (value: Value) => string
}

/** One of a few for several rows; where they differ, "Mixed" until one is chosen for all. */
export function SharedChoice<Value>({ binding, label, options, name }: SharedChoiceProps<Value>) {
  const t = useText('inspector')
  const { value } = binding
  const at = value === mixed ? -1 : options.indexOf(value)
  const choose = (chosen: string | null) => {
    const option = options[Number(chosen)]
    return chosen === null || option === undefined ? null : binding.set(option)
  }
  return (
    <ChoiceEdit
      binding={{ ...binding, value: at < 0 ? null : String(at), set: choose, type: choose }}
      label={label}
      options={options.map((option, index) => ({ value: String(index), label: name(option) }))}
      {...(at < 0 ? { none: t('mixed') } : {})}
    />
  )
}
