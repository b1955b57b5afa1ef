import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import type { Problem } from '../../../domain/lint/rule.ts'
import { waiverSchema } from '../../../domain/process/waiver.ts'
import { useEditor } from '../../../editor/react.ts'
import { say, useText } from '../../../text/index.ts'
import { TextField } from '../../../ui/forms/index.ts'
import styles from './fields.module.css'

const schema = waiverSchema.pick({ justification: true })

/** Accepts a problem where it stands, with the reason that is kept beside it. */
interface WaiveFormProps {
  readonly problem: Problem
  readonly onClose: () => void
  /** It stands there by itself: it takes no focus and has nothing to cancel. */
  readonly asked?: boolean
}

export function WaiveForm({ problem, onClose, asked = false }: WaiveFormProps) {
  const t = useText('inspector')
  const editor = useEditor()
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { justification: '' },
  })
  const waive = form.handleSubmit(({ justification }) => {
    const done = editor.dispatch('waiveProblem', {
      ruleId: problem.ruleId,
      targetId: problem.at.id,
      justification: justification.trim(),
    })
    if (done.ok) onClose()
    else form.setError('justification', { message: say(done.reason) })
  })
  return (
    <form noValidate className={styles.waive} onSubmit={(event) => void waive(event)}>
      <TextField
        {...form.register('justification')}
        label={t('justification')}
        help={t('justificationHelp')}
        rows={2}
        autoFocus={!asked}
        required={asked}
        error={form.formState.errors.justification?.message}
      />
      <div className={styles.fixes}>
        <Button type="submit" size="small" variant="contained">
          {t('waive')}
        </Button>
        {asked ? null : (
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
