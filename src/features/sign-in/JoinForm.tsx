import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { z } from 'zod'
import type { Failure } from '../../data/api/failure.ts'
import { text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { PasswordField } from '../../ui/forms/PasswordField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import type { Invitation } from './Join.tsx'
import styles from './SignIn.module.css'
import { useDoorForm } from './useDoorForm.tsx'

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
  const { register, errors, busy, summary, onSubmit } = useDoorForm<Credentials>({
    resolver: zodResolver(hasAccount ? withAccount : newAccount),
    values: { display_name: '', password: '' },
    fields,
    idOf,
    send: async (given, refuse) => {
      const failure = await onEnter(given)
      if (failure) refuse(fieldOf(failure), say(failure.message))
    },
  })
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      {summary}
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
          {...register('display_name')}
          id={idOf('display_name')}
          label={t('name')}
          autoComplete="name"
          maxLength={100}
          error={errors.display_name?.message}
        />
      )}
      <PasswordField
        {...register('password')}
        id={idOf('password')}
        label={t(hasAccount ? 'password' : 'newPassword')}
        help={t(hasAccount ? 'passwordHelp' : 'newPasswordHelp')}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        error={errors.password?.message}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
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
