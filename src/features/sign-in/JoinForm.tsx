import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { Failure } from '../../data/api/failure.ts'
import { text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { PasswordField } from '../../ui/forms/PasswordField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import type { Invitation } from './Join.tsx'
import styles from './SignIn.module.css'

const password = z.string().min(1, { error: () => text('join', 'passwordMissing') })
const withAccount = z.object({ display_name: z.string(), password })
const newAccount = z.object({
  display_name: z
    .string()
    .trim()
    .min(1, { error: () => text('join', 'nameMissing') }),
  password: password.min(10, { error: () => text('join', 'passwordShort') }),
})
export type Credentials = z.infer<typeof newAccount>

const fields = ['display_name', 'password'] as const
const idOf = (field: string) => `join-${field}`

interface JoinFormProps {
  readonly invitation: Invitation
  /** Null where it went on; else why not. */
  readonly onEnter: (given: Credentials) => Promise<Failure | null>
}

/** Name and password for a new account, the password alone for one that is there. */
export function JoinForm({ invitation, onEnter }: JoinFormProps) {
  const t = useText('join')
  const { has_account: hasAccount, email } = invitation
  const form = useForm<Credentials>({
    resolver: zodResolver(hasAccount ? withAccount : newAccount),
    defaultValues: { display_name: '', password: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const [attempt, setAttempt] = useState(0)
  const enter = async (given: Credentials) => {
    const failure = await onEnter(given)
    if (failure) form.setError(fieldOf(failure), { message: say(failure.message) })
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={async (event) => {
        form.clearErrors()
        await form.handleSubmit(enter)(event)
        setAttempt((count) => count + 1)
      }}
    >
      <ErrorSummary errors={formErrors(errors, fields, idOf)} attempt={attempt} />
      <TextField
        id={idOf('email')}
        name="email"
        label={t('email')}
        value={email}
        autoComplete="username"
        readOnly
      />
      {hasAccount ? null : (
        <TextField
          {...form.register('display_name')}
          id={idOf('display_name')}
          label={t('name')}
          autoComplete="name"
          maxLength={100}
          error={errors.display_name?.message}
        />
      )}
      <PasswordField
        {...form.register('password')}
        id={idOf('password')}
        label={t(hasAccount ? 'password' : 'newPassword')}
        help={t(hasAccount ? 'passwordHelp' : 'newPasswordHelp')}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        error={errors.password?.message}
      />
      <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
        {t('submit')}
      </Button>
    </form>
  )
}

/** Where the server's “no” belongs: what it says of a field, and a password that is not right. */
function fieldOf(failure: Failure): (typeof fields)[number] | 'root' {
  if (failure.kind !== 'problem') return 'root'
  if (failure.code === 'INVALID_CREDENTIALS') return 'password'
  const issues = failure.details.issues
  const path: unknown = Array.isArray(issues) ? Object(issues[0]).path : null
  return fields.find((field) => field === path) ?? 'root'
}
