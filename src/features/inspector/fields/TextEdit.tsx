import type { ReactNode } from 'react'
import { HiddenField, TextField } from '../../../ui/forms/index.ts'
import type { Binding } from './binding.ts'
import { errorOf, FieldFrame } from './FieldFrame.tsx'
import { useDraft } from './useDraft.ts'

interface TextEditProps {
  readonly binding: Binding<string>
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly maxLength?: number
  readonly rows?: number
  readonly placeholder?: string
  readonly hideLabel?: boolean
}

/** Text that is saved as it is typed: one step of undo for one stay in the field. */
export function TextEdit({ binding, label, help, maxLength, rows, placeholder, hideLabel }: TextEditProps) {
  const { id, value, problems, readOnly, type, done } = binding
  const draft = useDraft({
    value,
    format: (text) => text,
    parse: (text) => ({ value: text }),
    commit: type,
    done,
  })
  if (binding.hidden) return <HiddenEdit binding={binding} label={label} />
  return (
    <FieldFrame field={binding.field} name={hideLabel ? null : label} problems={problems}>
      <TextField
        id={id}
        label={label}
        help={help}
        error={errorOf(problems, draft.refusal)}
        value={draft.text}
        readOnly={readOnly}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(rows === undefined ? {} : { rows })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(hideLabel === undefined ? {} : { hideLabel })}
        onChange={(event) => draft.onText(event.target.value)}
        onBlur={draft.onLeave}
      />
    </FieldFrame>
  )
}

/** Stands where a control would, whatever the field holds. */
export function HiddenEdit({
  binding: { field, id, hidden },
  label,
}: {
  readonly binding: Pick<Binding<unknown>, 'field' | 'id' | 'hidden'>
  readonly label: ReactNode
}) {
  return (
    <FieldFrame field={field} problems={[]}>
      <HiddenField id={id} label={label} why={hidden ?? ''} />
    </FieldFrame>
  )
}

/** A text that may be missing: an empty one is none. */
export function OptionalTextEdit({
  binding,
  ...words
}: Omit<TextEditProps, 'binding'> & { readonly binding: Binding<string | null> }) {
  const orNull = (text: string) => (text === '' ? null : text)
  return (
    <TextEdit
      {...words}
      binding={{
        ...binding,
        value: binding.value ?? '',
        set: (text) => binding.set(orNull(text)),
        type: (text) => binding.type(orNull(text)),
      }}
    />
  )
}
