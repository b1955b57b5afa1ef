import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { Problem } from '../../domain/lint/rule.ts'
import { useEditor } from '../../editor/react.ts'
import { say, text, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { ErrorSummary, TextField } from '../../ui/forms/index.ts'

const schema = z.object({
  justification: z
    .string()
    .trim()
    .min(10, { error: () => text('problems', 'justificationMissing') })
    .max(1_000),
})
type Form = z.infer<typeof schema>
const fieldId = 'waive-justification'

/** Accepts a problem with a reason. The waiver is part of the document: undone, published and audited with it. */
export function WaiveDialog({
  problem,
  onClose,
}: {
  readonly problem: Problem
  readonly onClose: () => void
}) {
  const t = useText('problems')
  const editor = useEditor()
  const form = useForm<Form>({
    resolver: zodResolver(schema),
    defaultValues: { justification: '' },
    shouldFocusError: false,
    reValidateMode: 'onBlur',
  })
  const { errors, submitCount } = form.formState

  const waive = form.handleSubmit(({ justification }) => {
    const { ruleId, at } = problem
    const done = editor.dispatch('waiveProblem', { ruleId, targetId: at.id, justification })
    if (done.ok) onClose()
    else form.setError('justification', { message: say(done.reason) })
  })

  return (
    <HouseDialog
      open
      title={t('waiveTitle')}
      description={t('waiveLead')}
      onClose={onClose}
      onSubmit={(event) => void waive(event)}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('waiveSubmit')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={formErrors(errors, ['justification'], () => fieldId)} attempt={submitCount} />
      <p>{say(problem.message)}</p>
      <TextField
        {...form.register('justification')}
        id={fieldId}
        label={t('justification')}
        rows={3}
        error={errors.justification?.message}
      />
    </HouseDialog>
  )
}
