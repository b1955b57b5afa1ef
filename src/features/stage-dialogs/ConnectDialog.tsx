import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import { useEditor } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, text, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { ErrorSummary, TextField } from '../../ui/forms/index.ts'
import { StageCombobox } from './StageCombobox.tsx'
import styles from './stageDialogs.module.css'
import { connectionPicks } from './stagePick.ts'

const schema = z.object({
  stageId: z.string().min(1, { error: () => text('stageDialogs', 'chooseStage') }),
  transitionName: z.string().trim().max(100),
  weight: z
    .string()
    .trim()
    .refine((value) => value === '' || (Number.isFinite(Number(value)) && Number(value) >= 0), {
      error: () => text('stageDialogs', 'weightWrong'),
    }),
})

const idOf = (field: string) => `connect-${field}`

interface ConnectDialogProps {
  /** The end that is known. */
  readonly stageId: string
  /** The end that is looked for. */
  readonly end: 'source' | 'target'
  readonly onClose: () => void
}

/** The keyboard's way to draw an arrow. The new transition takes focus. */
export function ConnectDialog({ stageId, end, onClose }: ConnectDialogProps) {
  const t = useText('stageDialogs')
  const editor = useEditor()
  const picks = useMemo(() => connectionPicks(editor, stageId, end), [editor, stageId, end])
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { stageId: '', transitionName: '', weight: '' },
    shouldFocusError: false,
    reValidateMode: 'onBlur',
  })
  const { errors, submitCount } = form.formState
  const name = stageNameOf(editor.store.getState().document, stageId)

  const connect = form.handleSubmit(({ stageId: other, transitionName, weight }) => {
    const [fromStageId, toStageId] = end === 'target' ? [stageId, other] : [other, stageId]
    const changes = {
      ...(transitionName === '' ? {} : { transitionName }),
      ...(weight === '' ? {} : { weight: Number(weight) }),
    }
    const result = editor.dispatch('connectStages', { connections: [{ fromStageId, toStageId, changes }] })
    if (!result.ok) {
      form.setError('stageId', { message: say(result.reason) })
      return
    }
    const [made] = result.created
    if (made) {
      editor.select([made])
      editor.reveal(made, { focus: true })
    }
    onClose()
  })

  return (
    <HouseDialog
      open
      size="xs"
      title={t(end === 'target' ? 'connectToTitle' : 'connectFromTitle', { name })}
      onClose={onClose}
      onSubmit={(event) => void connect(event)}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('connect')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary
          errors={formErrors(errors, ['stageId', 'transitionName', 'weight'], idOf)}
          attempt={submitCount}
        />
        <Controller
          control={form.control}
          name="stageId"
          render={({ field }) => (
            <StageCombobox
              id={idOf('stageId')}
              label={t(end === 'target' ? 'to' : 'from')}
              picks={picks}
              value={picks.find((pick) => pick.stageId === field.value) ?? null}
              onChange={(pick) => field.onChange(pick?.stageId ?? '')}
              error={errors.stageId?.message}
              autoFocus
            />
          )}
        />
        <TextField
          {...form.register('transitionName')}
          id={idOf('transitionName')}
          label={t('transitionName')}
          help={t('transitionNameHelp')}
          maxLength={100}
          autoComplete="off"
          error={errors.transitionName?.message}
        />
        <TextField
          {...form.register('weight')}
          id={idOf('weight')}
          label={t('weight')}
          help={t('weightHelp')}
          inputMode="decimal"
          autoComplete="off"
          error={errors.weight?.message}
        />
      </div>
    </HouseDialog>
  )
}
