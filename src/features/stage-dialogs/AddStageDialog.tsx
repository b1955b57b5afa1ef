import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { stagesInOrder } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { useEditor } from '../../editor/react.ts'
import { sourceNameOf, stageNameOf } from '../../editor/rowNames.ts'
import { say, text, useText } from '../../text/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { formErrors } from '../../ui/forms/formErrors.ts'
import { ErrorSummary, SelectField, TextField } from '../../ui/forms/index.ts'
import styles from './stageDialogs.module.css'

const kinds = ['open', 'won', 'lost'] as const
const tones = { open: 'blue', won: 'won', lost: 'lost' } as const

const schema = z.object({
  name: z
    .string()
    .trim()
    .min(1, { error: () => text('stageDialogs', 'nameMissing') })
    .max(100, { error: () => text('stageDialogs', 'nameLong') }),
  kind: z.enum(kinds),
  /** Empty: not connected. */
  after: z.string(),
})

const idOf = (field: string) => `add-stage-${field}`

interface AddStageDialogProps {
  readonly afterStageId: string | null
  readonly transitionId: string | null
  readonly onClose: () => void
}

/** Name, kind, and what it comes after; on a transition it is inserted. The new stage takes focus. */
export function AddStageDialog({ afterStageId, transitionId, onClose }: AddStageDialogProps) {
  const t = useText('stageDialogs')
  const editor = useEditor()
  const { document } = editor.store.getState()
  const transition = transitionId === null ? undefined : document.transitions[transitionId]
  const openStages = stagesInOrder(document).filter((stage) => stageKind(stage) === 'open')
  const after = openStages.find((stage) => stage.id === afterStageId)?.id ?? ''
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { name: '', kind: 'open', after },
    shouldFocusError: false,
    reValidateMode: 'onBlur',
  })
  const { errors, submitCount } = form.formState

  const add = form.handleSubmit(({ name, kind, after: neighbour }) => {
    const result = transition
      ? editor.dispatch('insertStageOnTransition', { transitionId: transition.id, name })
      : editor.dispatch('addStage', {
          name,
          kind,
          ...(neighbour === ''
            ? afterStageId === null
              ? {}
              : { afterStageId }
            : { afterStageId: neighbour, connect: true }),
        })
    if (!result.ok) {
      form.setError('name', { message: say(result.reason) })
      return
    }
    const [made] = result.created
    if (made) {
      editor.select([made])
      editor.reveal(made, { focus: true })
    }
    onClose()
  })

  const between = transition && {
    from: sourceNameOf(document, transition),
    to: stageNameOf(document, transition.toStageId),
  }
  return (
    <HouseDialog
      open
      size="xs"
      title={t(between ? 'insertTitle' : 'addTitle')}
      {...(between ? { description: t('insertBody', between) } : {})}
      onClose={onClose}
      onSubmit={(event) => void add(event)}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t(between ? 'insert' : 'add')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={formErrors(errors, ['name'], idOf)} attempt={submitCount} />
        <TextField
          {...form.register('name')}
          id={idOf('name')}
          label={t('name')}
          required
          autoFocus
          maxLength={100}
          autoComplete="off"
          error={errors.name?.message}
        />
        {between ? null : (
          <>
            <fieldset className={styles.kinds}>
              <legend>{t('kind')}</legend>
              {kinds.map((kind) => (
                <label key={kind}>
                  <input type="radio" value={kind} {...form.register('kind')} />
                  <ColorDot tone={tones[kind]} />
                  <span>
                    {t(`kind_${kind}`)}
                    <small>{t(`kindHelp_${kind}`)}</small>
                  </span>
                </label>
              ))}
            </fieldset>
            <SelectField
              {...form.register('after')}
              label={t('after')}
              options={[
                ...openStages.map((stage) => ({ value: stage.id, label: stageNameOf(document, stage.id) })),
                { value: '', label: t('notConnected') },
              ]}
            />
          </>
        )}
      </div>
    </HouseDialog>
  )
}
