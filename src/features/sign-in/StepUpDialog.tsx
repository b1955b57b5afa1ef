/** Asks for the second factor before a critical change, where the company wants it; then the change goes on by itself. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { proveSecondFactor } from '../../contract/security.ts'
import type { Client } from '../../data/api/client.ts'
import type { StepUpQuestion } from '../../data/api/stepUp.ts'
import { useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { CodeField } from '../../ui/forms/CodeField.tsx'
import { ErrorSummary } from '../../ui/forms/ErrorSummary.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { type CodeValues, codeSchema } from './codeSchema.ts'

export interface StepUpDialogProps {
  readonly client: Client
  readonly question: StepUpQuestion
  /** Where a second factor is set up. */
  readonly onSetUp: () => void
}

const id = 'step-up-code'

export function StepUpDialog({ client, question, onSetUp }: StepUpDialogProps) {
  const t = useText('stepUp')
  const form = useForm<CodeValues>({
    resolver: zodResolver(codeSchema),
    defaultValues: { code: '' },
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })
  const { errors, isSubmitting } = form.formState
  const [attempt, setAttempt] = useState(0)
  const giveUp = () => question.answer(false)
  const cancel = (
    <Button variant="outlined" onClick={giveUp}>
      {t('cancel')}
    </Button>
  )
  if (!question.hasFactor)
    return (
      <HouseDialog
        open
        title={t('noneTitle')}
        onClose={giveUp}
        actions={
          <>
            {cancel}
            <Button
              variant="contained"
              onClick={() => {
                giveUp()
                onSetUp()
              }}
            >
              {t('setUp')}
            </Button>
          </>
        }
      >
        {t('noneBody')}
      </HouseDialog>
    )
  const prove = async (body: CodeValues) => {
    const answer = await client.call(proveSecondFactor, { body })
    if (answer.ok) {
      announce(t('proven'))
      question.answer(true)
      return
    }
    const wrong = answer.failure.kind === 'problem' && answer.failure.code === 'VALIDATION_FAILED'
    form.setError(wrong ? 'code' : 'root', { message: say(answer.failure.message) })
  }
  return (
    <HouseDialog
      open
      title={t('title')}
      description={t('lead')}
      onClose={giveUp}
      onSubmit={async (event) => {
        form.clearErrors()
        await form.handleSubmit(prove)(event)
        setAttempt((count) => count + 1)
      }}
      actions={
        <>
          {cancel}
          <Button type="submit" variant="contained" loading={isSubmitting}>
            {t('goOn')}
          </Button>
        </>
      }
    >
      <div style={{ display: 'grid', gap: 16 }}>
        <ErrorSummary errors={formErrors(errors, ['code'], () => id)} attempt={attempt} />
        <CodeField {...form.register('code')} id={id} error={errors.code?.message} autoFocus />
      </div>
    </HouseDialog>
  )
}
