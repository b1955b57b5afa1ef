/** The door: e-mail and password, and in a demo the accounts to choose from. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { User } from '../../contract/auth.ts'
import type { Demo } from '../../contract/capabilities.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { Session } from '../../data/api/session.ts'
import { text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { PasswordField } from '../../ui/forms/PasswordField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './SignIn.module.css'

interface SignInProps {
  readonly session: Pick<Session, 'signIn'>
  /** What the backend says of itself; null until it answered, and where it is no demo. */
  readonly demo: Demo | null
  /** Why the person is here again, where there is a reason. */
  readonly notice?: string | null
  readonly onSignedIn: (user: User) => void
}

const credentials = z.object({
  email: z
    .string()
    .trim()
    .min(1, { error: () => text('signIn', 'emailMissing') })
    .includes('@', { error: () => text('signIn', 'emailInvalid') }),
  password: z.string().min(1, { error: () => text('signIn', 'passwordMissing') }),
})
type Credentials = z.infer<typeof credentials>

const idOf = (field: string) => `sign-in-${field}`

const reason = (failure: Failure): string =>
  failure.kind === 'network'
    ? text('signIn', 'unreachable')
    : text('signIn', 'failed', { why: say(failure.message) })

export function SignIn({ session, demo, notice, onSignedIn }: SignInProps) {
  const t = useText('signIn')
  const form = useForm<Credentials>({
    resolver: zodResolver(credentials),
    defaultValues: { email: '', password: '' },
    shouldFocusError: false,
    reValidateMode: 'onBlur',
  })
  const { errors, submitCount, isSubmitting } = form.formState

  const enter = async ({ email, password }: Credentials) => {
    const answer = await session.signIn(email, password)
    if (!answer.ok) {
      form.setError('root', { message: reason(answer.failure) })
      return
    }
    announce(t('signedIn', { name: answer.value.display_name }))
    onSignedIn(answer.value)
  }
  const submit = form.handleSubmit(enter)

  const enterAs = (email: string) => {
    if (!demo) return
    form.reset({ email, password: demo.password })
    void submit()
  }

  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        {notice ? <Notice tone="info" title={notice} /> : null}
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            form.clearErrors('root')
            void submit(event)
          }}
        >
          <ErrorSummary errors={formErrors(errors, ['email', 'password'], idOf)} attempt={submitCount} />
          <TextField
            {...form.register('email')}
            id={idOf('email')}
            label={t('email')}
            type="email"
            autoComplete="username"
            spellCheck={false}
            error={errors.email?.message}
          />
          <PasswordField
            {...form.register('password')}
            id={idOf('password')}
            label={t('password')}
            autoComplete="current-password"
            error={errors.password?.message}
          />
          <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
            {t('submit')}
          </Button>
        </form>
      </div>
      {demo ? <DemoAccounts demo={demo} busy={isSubmitting} onChoose={enterAs} /> : null}
    </div>
  )
}
