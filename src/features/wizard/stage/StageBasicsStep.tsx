import { hiddenNames } from '../../../domain/process/hidden.ts'
import { type StageKind, stageColors } from '../../../domain/process/stage.ts'
import { whyHidden } from '../../../editor/hidden.ts'
import { useEditorState } from '../../../editor/react.ts'
import { text, useText } from '../../../text/index.ts'
import { ColorDot } from '../../../ui/display/ColorDot.tsx'
import { HiddenField, SelectField, TextField } from '../../../ui/forms/index.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import styles from '../steps.module.css'
import type { StageStepProps } from './StageWizard.tsx'
import { stageFieldId } from './stageErrors.ts'

const kinds = ['open', 'won', 'lost'] as const satisfies readonly StageKind[]

/** What the stage is. */
export function StageBasicsStep({ answers, onAnswers, errors }: StageStepProps) {
  const t = useText('wizard')
  const reference = useEditorState((state) => state.reference)
  const unseen = hiddenNames(reference, 'stages')
  const offered = Object.values(reference.categories)
    .filter(({ id, isActive }) => isActive || answers.categoryIds.includes(id))
    .sort((a, b) => a.sortOrder - b.sortOrder)
  return (
    <div className={styles.form}>
      <TextField
        id={stageFieldId('name')}
        label={t('stageNameLabel')}
        help={t('stageNameHelp')}
        required
        maxLength={100}
        autoComplete="off"
        value={answers.stageName}
        error={errors.find(({ field }) => field === stageFieldId('name'))?.message}
        onChange={(event) => onAnswers({ stageName: event.target.value })}
      />
      <SelectField
        label={t('kind')}
        value={answers.kind}
        options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        onChange={(event) => onAnswers({ kind: kinds.find((kind) => kind === event.target.value) ?? 'open' })}
      />
      {answers.kind === 'open' ? (
        <fieldset className={styles.swatches}>
          <legend>{t('color')}</legend>
          {stageColors.map((color) => (
            <label key={color}>
              <input
                type="radio"
                name="new-stage-color"
                checked={answers.color === color}
                onChange={() => onAnswers({ color })}
              />
              <ColorDot tone={color} />
              <span>{text('inspector', `color_${color}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {offered.length > 0 ? (
        <ChipChoice
          legend={text('inspector', 'categories')}
          chips={offered.map(({ id, categoryName }) => ({ id, label: categoryName }))}
          value={answers.categoryIds}
          onChange={(categoryIds) => onAnswers({ categoryIds })}
        />
      ) : null}
      {unseen.includes('description') ? (
        <HiddenField label={t('stageDescription')} why={whyHidden(reference)} />
      ) : (
        <TextField
          label={t('stageDescription')}
          rows={2}
          value={answers.description}
          onChange={(event) => onAnswers({ description: event.target.value })}
        />
      )}
      {unseen.includes('guidance') ? (
        <HiddenField label={t('guidance')} why={whyHidden(reference)} />
      ) : (
        <TextField
          label={t('guidance')}
          help={t('guidanceHelp')}
          rows={2}
          value={answers.guidance}
          onChange={(event) => onAnswers({ guidance: event.target.value })}
        />
      )}
    </div>
  )
}
