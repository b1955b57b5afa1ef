import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useText } from '../../text/entrance.ts'
import { CodeField } from '../../ui/forms/CodeField.tsx'
import { type CodeValues, codeSchema } from './codeSchema.ts'
import styles from './SignIn.module.css'
import { useDoorForm } from './useDoorForm.tsx'

interface CodeStepProps {
  /** Null where it let the person in; else why not, and whether the code was what was wrong. */
  readonly onCode: (code: string) => Promise<{ readonly why: string; readonly wrongCode: boolean } | null>
  readonly onBack: () => void
}

const id = 'sign-in-code'

/** The second step of signing in, where a second factor is on. */
export function CodeStep({ onCode, onBack }: CodeStepProps) {
  const t = useText('signIn')
  const { register, errors, busy, summary, onSubmit } = useDoorForm<CodeValues>({
    resolver: zodResolver(codeSchema),
    values: { code: '' },
    fields: ['code'],
    idOf: () => id,
    send: async ({ code }, refuse) => {
      const refused = await onCode(code)
      if (refused) refuse(refused.wrongCode ? 'code' : 'root', refused.why)
    },
  })
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      {summary}
      <CodeField {...register('code')} id={id} error={errors.code?.message} autoFocus />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        {t('submit')}
      </Button>
      <Button variant="outlined" onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}
