/** Asks for the second factor before a critical change, where the company wants it; then the change goes on by itself. */
import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { proveSecondFactor } from '../../contract/security.ts'
import type { Client } from '../../data/api/client.ts'
import type { StepUpQuestion } from '../../data/api/stepUp.ts'
import { useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { CodeField } from '../../ui/forms/CodeField.tsx'
import { type CodeValues, codeSchema } from './codeSchema.ts'
import { useDoorForm } from './useDoorForm.tsx'

export interface StepUpDialogProps {
  readonly client: Client
  readonly question: StepUpQuestion
  /** Where a second factor is set up. */
  readonly onSetUp: () => void
}

const id = 'step-up-code'

export function StepUpDialog({ client, question, onSetUp }: StepUpDialogProps) {
  const t = useText('stepUp')
  const { register, errors, busy, summary, onSubmit } = useDoorForm<CodeValues>({
    resolver: zodResolver(codeSchema),
    values: { code: '' },
    fields: ['code'],
    idOf: () => id,
    send: async (body, refuse) => {
      const answer = await client.call(proveSecondFactor, { body })
      if (answer.ok) {
        announce(t('proven'))
        question.answer(true)
        return
      }
      const wrong = answer.failure.kind === 'problem' && answer.failure.code === 'VALIDATION_FAILED'
      refuse(wrong ? 'code' : 'root', say(answer.failure.message))
    },
  })
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
  return (
    <HouseDialog
      open
      title={t('title')}
      description={t('lead')}
      onClose={giveUp}
      onSubmit={onSubmit}
      actions={
        <>
          {cancel}
          <Button type="submit" variant="contained" loading={busy}>
            {t('goOn')}
          </Button>
        </>
      }
    >
      <div style={{ display: 'grid', gap: 16 }}>
        {summary}
        <CodeField {...register('code')} id={id} error={errors.code?.message} autoFocus />
      </div>
    </HouseDialog>
  )
}
