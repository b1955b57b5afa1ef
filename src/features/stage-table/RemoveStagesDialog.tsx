/** Asks where open deals go before stages that hold them are deleted, and offers what loses nothing. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { stageNameOf } from '../../domain/process/names.ts'
import { stagesInOrder } from '../../domain/process/process.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { language, useText } from '../../text/index.ts'
import { ErrorSummary, SelectField } from '../../ui/forms/index.ts'
import styles from './stageTable.module.css'

interface RemoveStagesDialogProps {
  readonly stageIds: readonly string[]
  readonly onClose: () => void
  /** The stages, with where the deals of those in use go. */
  readonly onRemove: (migrations: Readonly<Record<string, string>>) => void
}

const amountInWords = (amount: number): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(amount)

export function RemoveStagesDialog({ stageIds, onClose, onRemove }: RemoveStagesDialogProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const id = useId()
  const { document, usage } = useEditorState((state) => ({ document: state.document, usage: state.usage }))
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const inUse = stageIds.filter((stageId) => (usage?.[stageId]?.openDeals ?? 0) > 0)
  const staying = stagesInOrder(document).filter((stage) => stage.isActive && !stageIds.includes(stage.id))
  const name = (stageId: string) => stageNameOf(document, stageId)
  const missing = inUse.filter((stageId) => !chosen[stageId])
  const [first] = stageIds

  const remove = () => {
    if (missing.length > 0) setAttempt(attempt + 1)
    else onRemove(chosen)
  }
  const deactivate = () => {
    const changes = Object.fromEntries(stageIds.map((stageId) => [stageId, { isActive: false }]))
    editor.dispatch('updateStages', { changes })
    onClose()
  }
  const errorOf = (stageId: string) =>
    attempt > 0 && !chosen[stageId] ? t('chooseMissing', { name: name(stageId) }) : undefined

  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <DialogTitle id={`${id}-title`} component="h2">
        {stageIds.length === 1 && first !== undefined
          ? t('removeTitleOne', { name: name(first) })
          : t('removeTitle', { count: stageIds.length })}
      </DialogTitle>
      <DialogContent className={styles.removal ?? ''}>
        <ErrorSummary
          attempt={attempt}
          errors={
            attempt === 0
              ? []
              : missing.map((stageId) => ({ field: `${id}-${stageId}`, message: errorOf(stageId) ?? '' }))
          }
        />
        <div id={`${id}-body`}>
          <p>{t('inUse')}</p>
          <ul>
            {inUse.map((stageId) => (
              <li key={stageId}>
                {t('dealsOf', {
                  name: name(stageId),
                  count: usage?.[stageId]?.openDeals ?? 0,
                  amount: amountInWords(usage?.[stageId]?.openAmount ?? 0),
                })}
              </li>
            ))}
          </ul>
          <p>{t('inUseAdvice')}</p>
        </div>
        {inUse.map((stageId) => (
          <SelectField
            key={stageId}
            id={`${id}-${stageId}`}
            label={t('movesTo', { name: name(stageId) })}
            value={chosen[stageId] ?? ''}
            error={errorOf(stageId)}
            options={[
              { value: '', label: t('choose') },
              ...staying.map((stage) => ({ value: stage.id, label: name(stage.id) })),
            ]}
            onChange={(event) => setChosen({ ...chosen, [stageId]: event.target.value })}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button variant="outlined" color="error" onClick={remove}>
          {t('confirmRemove')}
        </Button>
        <Button variant="contained" onClick={deactivate}>
          {t('deactivateInstead')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
