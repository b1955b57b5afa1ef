/**
 * A settings dialog's form: the contract's own schema validates it, and the backend's “no” lands at its fields. Both
 * say it in English, the form in the language of the interface.
 */
import { useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, type Resolver, useForm } from 'react-hook-form'
import type { Failure } from '../../data/api/failure.ts'
import { say } from '../../text/index.ts'
import { formErrors } from '../../ui/forms/formErrors.ts'
import type { FormError } from '../../ui/forms/index.ts'
import { faultsOf } from './answers.ts'

/** An empty field is null, never 0. */
const numberOf = (value: unknown): number | null => (value === null || value === '' ? null : Number(value))

interface RowFormOptions<Values extends FieldValues> {
  readonly id: string
  readonly values: DefaultValues<Values>
  /** In the order in which they stand in the dialog. */
  readonly fields: readonly Path<Values>[]
  readonly resolver: Resolver<Values>
  /** Faults of what stands in the dialog beside the form's own fields (steps, parameters); kept there, checked here. */
  readonly faultsBeside?: readonly FormError[]
  readonly onSave: (values: Values) => Promise<Failure | null>
}

export function useRowForm<Values extends FieldValues>(options: RowFormOptions<Values>) {
  const { id, values, fields, resolver, faultsBeside = [], onSave } = options
  const form = useForm<Values>({
    defaultValues: values,
    resolver,
    shouldFocusError: false,
    reValidateMode: 'onBlur',
  })
  const [refusals, setRefusals] = useState(0)
  const { errors, submitCount, isSubmitting } = form.formState
  const idOf = (field: string) => `${id}-${field}`
  const submit = form.handleSubmit(async (given) => {
    const failure = faultsBeside.length > 0 ? null : await onSave(given)
    if (!failure) {
      setRefusals((count) => count + 1)
      return
    }
    for (const { field, message } of faultsOf(failure, fields)) {
      const known = fields.find((name) => name === field)
      form.setError(known ?? 'root', { message })
    }
    setRefusals((count) => count + 1)
  })
  return {
    form,
    idOf,
    /** Label-independent props of a field: registration, id, error. */
    field: (name: Path<Values>, given: { readonly number?: boolean } = {}) => {
      const message = form.getFieldState(name, form.formState).error?.message
      return {
        ...form.register(name, given.number ? { setValueAs: numberOf } : {}),
        id: idOf(name),
        error: message === undefined ? undefined : say(message),
      }
    },
    dialog: {
      errors: [
        ...formErrors(errors, fields, idOf).map((error) => ({ ...error, message: say(error.message) })),
        ...(submitCount > 0 ? faultsBeside : []),
      ],
      attempt: submitCount + refusals,
      busy: isSubmitting,
      onSubmit: (event: React.FormEvent<HTMLFormElement>) => {
        form.clearErrors('root')
        void submit(event)
      },
    },
  }
}
