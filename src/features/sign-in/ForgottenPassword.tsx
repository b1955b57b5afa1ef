/** Asking for a link to choose another password by. What is answered is the same for every address. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { z } from 'zod'
import { requestNewPassword } from '../../contract/forgottenPassword.ts'
import { mailLanguageOf } from '../../contract/mailLanguage.ts'
import type { Client } from '../../data/api/client.ts'
import { language, text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { TextField } from '../../ui/forms/TextField.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './SignIn.module.css'
import { Told } from './Told.tsx'
import { useDoorForm } from './useDoorForm.tsx'

const schema = z.object({
  email: z
    .string()
    .trim()
    .min(1, { error: () => text('newPassword', 'emailMissing') })
    .includes('@', { error: () => text('newPassword', 'emailInvalid') }),
})
type Values = z.infer<typeof schema>

const id = 'forgotten-email'

export function ForgottenPassword({ client }: { readonly client: Client }) {
  const t = useText('newPassword')
  const [asked, setAsked] = useState(false)
  const { register, errors, busy, summary, onSubmit } = useDoorForm<Values>({
    resolver: zodResolver(schema),
    values: { email: '' },
    fields: ['email'],
    idOf: () => id,
    send: async ({ email }, refuse) => {
      const body = { email, language: mailLanguageOf(language()) }
      const answer = await client.call(requestNewPassword, { body })
      if (answer.ok) setAsked(true)
      else refuse('root', say(answer.failure.message))
    },
  })
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{t('forgottenTitle')}</h1>
        {asked ? (
          <Told>{t('asked')}</Told>
        ) : (
          <>
            <p className={styles.lead}>{t('forgottenLead')}</p>
            <form className={styles.form} noValidate onSubmit={onSubmit}>
              {summary}
              <TextField
                {...register('email')}
                id={id}
                label={t('email')}
                type="email"
                autoComplete="username"
                spellCheck={false}
                error={errors.email?.message}
              />
              <Button type="submit" variant="contained" size="large" loading={busy}>
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
