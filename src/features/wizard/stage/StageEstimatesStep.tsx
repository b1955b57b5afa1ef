import { forecastCategories } from '../../../domain/process/stage.ts'
import { text, useText } from '../../../text/index.ts'
import { SelectField, TextField } from '../../../ui/forms/index.ts'
import styles from '../steps.module.css'
import type { StageStepProps } from './StageWizard.tsx'
import { stageFieldId } from './stageErrors.ts'

const fields = [
  { field: 'probability', label: 'probabilityPercent', help: 'probabilityHelp' },
  { field: 'average', label: 'average', help: 'averageHelp' },
  { field: 'maximum', label: 'maximum', help: 'maximumHelp' },
] as const

/** How likely deals are won from here, and how long they stay. */
export function StageEstimatesStep({ answers, onAnswers, errors }: StageStepProps) {
  const t = useText('wizard')
  if (answers.kind !== 'open') return <p className={styles.nothing}>{t('closedNoEstimates')}</p>
  return (
    <div className={styles.form}>
      {fields.map(({ field, label, help }) => (
        <TextField
          key={field}
          id={stageFieldId(field)}
          label={t(label)}
          help={t(help)}
          inputMode="decimal"
          autoComplete="off"
          value={answers[field]}
          error={errors.find((error) => error.field === stageFieldId(field))?.message}
          onChange={(event) => onAnswers({ [field]: event.target.value })}
        />
      ))}
      <SelectField
        label={text('inspector', 'forecastCategory')}
        help={t('forecastHelp')}
        value={answers.forecastCategory ?? ''}
        options={[
          { value: '', label: text('inspector', 'forecastNone') },
          ...forecastCategories.map((value) => ({ value, label: text('inspector', `forecast_${value}`) })),
        ]}
        onChange={({ target }) =>
          onAnswers({ forecastCategory: forecastCategories.find((one) => one === target.value) ?? null })
        }
      />
    </div>
  )
}
