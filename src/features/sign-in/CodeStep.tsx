import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useText } from '../../text/entrance.ts'
import { CodeField } from '../../ui/forms/CodeField.tsx'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { type CodeValues, codeSchema } from './codeSchema.ts'
import styles from './SignIn.module.css'

interface CodeStepProps {
  /** Null where it let the person in; else why not, and whether the code was what was wrong. */
  readonly onCode: (code: string) => Promise<{ readonly why: string; readonly wrongCode: boolean } | null>
  readonly onBack: () => void
}

const id = 'sign-in-code'

/** The second step of signing in, where a second factor is on. */
export function CodeStep({ onCode, onBack }: CodeStepProps) {
  const t = useText('signIn')
  const form = useForm<CodeValues>({
    resolver: zodResolver(codeSchema),
    defaultValues: { code: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const [attempt, setAttempt] = useState(0)
  const enter = async ({ code }: CodeValues) => {
    const refused = await onCode(code)
    if (refused) form.setError(refused.wrongCode ? 'code' : 'root', { message: refused.why })
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
      <ErrorSummary errors={formErrors(errors, ['code'], () => id)} attempt={attempt} />
      <CodeField {...form.register('code')} id={id} error={errors.code?.message} autoFocus />
      <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
        {t('submit')}
      </Button>
      <Button variant="outlined" onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}
