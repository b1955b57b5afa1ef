import Button from '@mui/material/Button'
import { useState } from 'react'
import type { StageChanges } from '../../domain/commands/changes.ts'
import { forecastCategories, stageColors } from '../../domain/process/stage.ts'
import { useEditor } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary, SelectField, TextField } from '../../ui/forms/index.ts'
import { readCell } from './cellText.ts'
import styles from './stageTable.module.css'

interface BulkEditDialogProps {
  readonly stageIds: readonly string[]
  readonly onClose: () => void
}

const numbers = [
  { field: 'defaultProbability', label: 'probability' },
  { field: 'averageDurationDays', label: 'average' },
  { field: 'maxDurationDays', label: 'maximum' },
] as const

type Field = (typeof numbers)[number]['field']

/** The same values for several stages, as one change. */
export function BulkEditDialog({ stageIds, onClose }: BulkEditDialogProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const [texts, setTexts] = useState<Readonly<Partial<Record<Field, string>>>>({})
  const [color, setColor] = useState('')
  const [forecast, setForecast] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([])
  const count = stageIds.length

  const apply = () => {
    const { document } = editor.store.getState()
    const wrong: { field: string; message: string }[] = []
    let changes: StageChanges = {}
    for (const { field } of numbers) {
      const given = texts[field] ?? ''
      if (given.trim() === '') continue
      const read = readCell(document, field, given)
      if ('reason' in read) wrong.push({ field: `bulk-${field}`, message: read.reason })
      else changes = { ...changes, ...read.changes }
    }
    const tone = stageColors.find((known) => known === color)
    if (tone) changes = { ...changes, color: tone }
    const category = forecastCategories.find((known) => known === forecast)
    if (category) changes = { ...changes, forecastCategory: category }
    if (wrong.length === 0 && Object.keys(changes).length === 0)
      wrong.push({ field: 'bulk-defaultProbability', message: t('editNothing') })
    if (wrong.length === 0) {
      const done = editor.dispatch('updateStages', {
        changes: Object.fromEntries(stageIds.map((id) => [id, changes])),
      })
      if (done.ok) {
        announce(t('changed', { count }))
        onClose()
        return
      }
      wrong.push({ field: '', message: done.reason })
    }
    setErrors(wrong)
    setAttempt(attempt + 1)
  }

  return (
    <HouseDialog
      open
      size="xs"
      title={t('editTitle', { count })}
      description={t('editBody')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('apply')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {numbers.map(({ field, label }) => (
          <TextField
            key={field}
            id={`bulk-${field}`}
            label={t(label)}
            inputMode="decimal"
            autoComplete="off"
            placeholder={t('keep')}
            value={texts[field] ?? ''}
            error={errors.find((error) => error.field === `bulk-${field}`)?.message}
            onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
          />
        ))}
        <SelectField
          label={t('color')}
          value={color}
          onChange={(event) => setColor(event.target.value)}
          options={[
            { value: '', label: t('keep') },
            ...stageColors.map((value) => ({ value, label: t(`color_${value}`) })),
          ]}
        />
        <SelectField
          label={t('forecast')}
          value={forecast}
          onChange={(event) => setForecast(event.target.value)}
          options={[
            { value: '', label: t('keep') },
            ...forecastCategories.map((value) => ({ value, label: t(`forecast_${value}`) })),
          ]}
        />
      </div>
    </HouseDialog>
  )
}
