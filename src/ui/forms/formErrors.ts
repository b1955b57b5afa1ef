import type { FieldErrors, FieldValues } from 'react-hook-form'
import type { FormError } from './ErrorSummary.tsx'

/** The errors of a form in the order of its fields, for the error summary. `idOf` gives the control's id. */
export function formErrors<Values extends FieldValues>(
  errors: FieldErrors<Values>,
  fields: readonly (keyof Values & string)[],
  idOf: (field: string) => string,
): FormError[] {
  const list: FormError[] = []
  for (const field of fields) {
    const message = errors[field]?.message
    if (typeof message === 'string') list.push({ field: idOf(field), message })
  }
  const root = errors.root?.message
  if (typeof root === 'string') list.push({ field: '', message: root })
  return list
}
