/** A form at the door: judged whole whenever it is sent, and after each attempt its summary says what was wrong. */
import { type FormEvent, useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, type Resolver, useForm } from 'react-hook-form'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'

interface DoorFormOptions<Values extends FieldValues> {
  readonly resolver: Resolver<Values>
  readonly values: DefaultValues<Values>
  /** In the order in which they stand. */
  readonly fields: readonly Path<Values>[]
  readonly idOf: (field: string) => string
  /** Where it came to nothing, `refuse` says why, at the field or, for `root`, of the whole. */
  readonly send: (
    values: Values,
    refuse: (field: Path<Values> | 'root', message: string) => void,
  ) => Promise<void>
}

export function useDoorForm<Values extends FieldValues>(options: DoorFormOptions<Values>) {
  const { resolver, values, fields, idOf, send } = options
  const form = useForm<Values>({
    resolver,
    defaultValues: values,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const [attempt, setAttempt] = useState(0)
  const sendAll = (given: Values) => send(given, (field, message) => form.setError(field, { message }))
  return {
    register: form.register,
    errors,
    busy: isSubmitting,
    summary: <ErrorSummary errors={formErrors(errors, fields, idOf)} attempt={attempt} />,
    onSubmit: async (event: FormEvent<HTMLFormElement>) => {
      form.clearErrors()
      await form.handleSubmit(sendAll)(event)
      setAttempt((count) => count + 1)
    },
  }
}
