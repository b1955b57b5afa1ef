/** Where the link of a forgotten password leads: another password, and then the door again. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { chooseNewPassword } from '../../contract/forgottenPassword.ts'
import type { Client } from '../../data/api/client.ts'
import { text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { PasswordField } from '../../ui/forms/PasswordField.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './SignIn.module.css'

const schema = z.object({
  password: z
    .string()
    .min(1, { error: () => text('newPassword', 'passwordMissing') })
    .min(10, { error: () => text('newPassword', 'passwordShort') }),
})
type Values = z.infer<typeof schema>

const id = 'new-password'

/** The button that was pressed is gone: what came of it is read where it was. */
const takeFocus = (message: HTMLElement | null) => message?.focus()

interface NewPasswordProps {
  readonly client: Client
  /** Of the link. */
  readonly token: string
}

export function NewPassword({ client, token }: NewPasswordProps) {
  const t = useText('newPassword')
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { password: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const [attempt, setAttempt] = useState(0)
  const [changed, setChanged] = useState(false)
  const change = async ({ password }: Values) => {
    const answer = await client.call(chooseNewPassword, { body: { token, password } })
    if (answer.ok) {
      setChanged(true)
      return
    }
    const { failure } = answer
    const weak = failure.kind === 'problem' && failure.code === 'VALIDATION_FAILED'
    form.setError(weak ? 'password' : 'root', { message: say(failure.message) })
  }
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{t('title')}</h1>
        {changed ? (
          <p className={styles.lead} tabIndex={-1} ref={takeFocus}>
            {t('changed')}
          </p>
        ) : (
          <>
            <p className={styles.lead}>{t('lead')}</p>
            <form
              className={styles.form}
              noValidate
              onSubmit={async (event) => {
                form.clearErrors()
                await form.handleSubmit(change)(event)
                setAttempt((count) => count + 1)
              }}
            >
              <ErrorSummary errors={formErrors(errors, ['password'], () => id)} attempt={attempt} />
              <PasswordField
                {...form.register('password')}
                id={id}
                label={t('password')}
                help={t('passwordHelp')}
                autoComplete="new-password"
                error={errors.password?.message}
              />
              <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
                {t('submit')}
              </Button>
            </form>
          </>
        )}
        <Link to={changed ? '/sign-in' : '/forgotten-password'} className={styles.aside}>
          {t(changed ? 'toSignIn' : 'another')}
        </Link>
      </div>
    </div>
  )
}
