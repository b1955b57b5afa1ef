/** Where the link of a forgotten password leads: another password, and then the door again. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { z } from 'zod'
import { chooseNewPassword } from '../../contract/forgottenPassword.ts'
import type { Client } from '../../data/api/client.ts'
import { text, useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { PasswordField } from '../../ui/forms/PasswordField.tsx'
import { Link } from '../../ui/routing/Link.tsx'
import styles from './SignIn.module.css'
import { Told } from './Told.tsx'
import { useDoorForm } from './useDoorForm.tsx'

const schema = z.object({
  password: z
    .string()
    .min(1, { error: () => text('newPassword', 'passwordMissing') })
    .min(10, { error: () => text('newPassword', 'passwordShort') }),
})
type Values = z.infer<typeof schema>

const id = 'new-password'

interface NewPasswordProps {
  readonly client: Client
  /** Of the link. */
  readonly token: string
}

export function NewPassword({ client, token }: NewPasswordProps) {
  const t = useText('newPassword')
  const [changed, setChanged] = useState(false)
  const { register, errors, busy, summary, onSubmit } = useDoorForm<Values>({
    resolver: zodResolver(schema),
    values: { password: '' },
    fields: ['password'],
    idOf: () => id,
    send: async ({ password }, refuse) => {
      const answer = await client.call(chooseNewPassword, { body: { token, password } })
      if (answer.ok) {
        setChanged(true)
        return
      }
      const { failure } = answer
      const weak = failure.kind === 'problem' && failure.code === 'VALIDATION_FAILED'
      refuse(weak ? 'password' : 'root', say(failure.message))
    },
  })
  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <h1 className={styles.title}>{t('title')}</h1>
        {changed ? (
          <Told>{t('changed')}</Told>
        ) : (
          <>
            <p className={styles.lead}>{t('lead')}</p>
            <form className={styles.form} noValidate onSubmit={onSubmit}>
              {summary}
              <PasswordField
                {...register('password')}
                id={id}
                label={t('password')}
                help={t('passwordHelp')}
                autoComplete="new-password"
                error={errors.password?.message}
              />
              <Button type="submit" variant="contained" size="large" loading={busy}>
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
