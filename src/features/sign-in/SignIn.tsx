/** The door: e-mail and password, then a code where a second factor is on; in a demo the accounts to choose from. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
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
import { Link } from '../../ui/routing/Link.tsx'
import { CodeStep } from './CodeStep.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import styles from './SignIn.module.css'

interface SignInProps {
  readonly session: Pick<Session, 'signIn'>
  /** What the backend says of itself; null until it answered, and where it is no demo. */
  readonly demo: Demo | null
  /** Whether the backend mails links to who has forgotten their password. */
  readonly forgotten: boolean
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

const codeOf = (failure: Failure): string | null => (failure.kind === 'problem' ? failure.code : null)

const reason = (failure: Failure): string =>
  failure.kind === 'network'
    ? text('signIn', 'unreachable')
    : text('signIn', 'failed', { why: say(failure.message) })

export function SignIn({ session, demo, forgotten, notice, onSignedIn }: SignInProps) {
  const t = useText('signIn')
  const form = useForm<Credentials>({
    resolver: zodResolver(credentials),
    defaultValues: { email: '', password: '' },
    shouldFocusError: false,
    reValidateMode: 'onBlur',
  })
  const { errors, submitCount, isSubmitting } = form.formState

  /** What was right so far, while the code is asked for. */
  const [proven, setProven] = useState<Credentials | null>(null)

  const welcome = (user: User) => {
    announce(t('signedIn', { name: user.display_name }))
    onSignedIn(user)
  }
  const enter = async (given: Credentials) => {
    const answer = await session.signIn(given.email, given.password)
    if (answer.ok) welcome(answer.value)
    else if (codeOf(answer.failure) === 'SECOND_FACTOR_REQUIRED') setProven(given)
    else form.setError('root', { message: reason(answer.failure) })
  }
  const enterWith = async ({ email, password }: Credentials, code: string) => {
    const answer = await session.signIn(email, password, code)
    if (answer.ok) {
      welcome(answer.value)
      return null
    }
    const wrongCode = codeOf(answer.failure) === 'INVALID_CODE'
    return { wrongCode, why: wrongCode ? say(answer.failure.message) : reason(answer.failure) }
  }
  const submit = form.handleSubmit(enter)

  const enterAs = (email: string) => {
    if (!demo) return
    form.reset({ email, password: demo.password })
    void submit()
  }

  if (proven)
    return (
      <div className={styles.page}>
        <div className={styles.card}>
          <h1 className={styles.title}>{t('codeTitle')}</h1>
          <p className={styles.lead}>{t('codeLead', { email: proven.email })}</p>
          <CodeStep onCode={(code) => enterWith(proven, code)} onBack={() => setProven(null)} />
        </div>
      </div>
    )
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
        {forgotten ? (
          <Link to="/forgotten-password" className={styles.aside}>
            {t('forgotten')}
          </Link>
        ) : null}
      </div>
      {demo ? <DemoAccounts demo={demo} busy={isSubmitting} onChoose={enterAs} /> : null}
    </div>
  )
}
