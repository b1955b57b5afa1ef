/** Asking for a link to choose another password by. What is answered is the same for every address. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { requestNewPassword } from '../../contract/forgottenPassword.ts'
import { mailLanguageOf } from '../../contract/mailLanguage.ts'
import type { Client } from '../../data/api/client.ts'
import { language, text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { TextField } from '../../ui/forms/TextField.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './SignIn.module.css'

const schema = z.object({
  email: z
    .string()
    .trim()
    .min(1, { error: () => text('newPassword', 'emailMissing') })
    .includes('@', { error: () => text('newPassword', 'emailInvalid') }),
})
type Values = z.infer<typeof schema>

const id = 'forgotten-email'

/** The button that was pressed is gone: what came of it is read where it was. */
const takeFocus = (message: HTMLElement | null) => message?.focus()

export function ForgottenPassword({ client }: { readonly client: Client }) {
  const t = useText('newPassword')
  const form = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { email: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const [attempt, setAttempt] = useState(0)
  const [asked, setAsked] = useState(false)
  const ask = async ({ email }: Values) => {
    const body = { email, language: mailLanguageOf(language()) }
    const answer = await client.call(requestNewPassword, { body })
    if (!answer.ok) {
      form.setError('root', { message: say(answer.failure.message) })
      return
    }
    setAsked(true)
  }
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{t('forgottenTitle')}</h1>
        {asked ? (
          <p className={styles.lead} tabIndex={-1} ref={takeFocus}>
            {t('asked')}
          </p>
        ) : (
          <>
            <p className={styles.lead}>{t('forgottenLead')}</p>
            <form
              className={styles.form}
              noValidate
              onSubmit={async (event) => {
                form.clearErrors()
                await form.handleSubmit(ask)(event)
                setAttempt((count) => count + 1)
              }}
            >
              <ErrorSummary errors={formErrors(errors, ['email'], () => id)} attempt={attempt} />
              <TextField
                {...form.register('email')}
                id={id}
                label={t('email')}
                type="email"
                autoComplete="username"
                spellCheck={false}
                error={errors.email?.message}
              />
              <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
                {t('ask')}
              </Button>
            </form>
          </>
        )}
        <Link to="/sign-in" className={styles.aside}>
          {t('toSignIn')}
        </Link>
      </div>
    </div>
  )
}
