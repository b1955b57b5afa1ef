import Button from '@mui/material/Button'
import Slider from '@mui/material/Slider'
import { type SalesStage, stageKind } from '../../../domain/process/stage.ts'
import { exactAnalysis } from '../../../domain/simulation/index.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import panel from '../inspector.module.css'
import styles from './stage.module.css'

interface StageProbabilityProps {
  readonly stage: SalesStage
  readonly binding: Binding<number>
}

/** Slider and number say the same; beside them what the exits of the stage imply. */
export function StageProbability({ stage, binding }: StageProbabilityProps) {
  const t = useText('inspector')
  const { value, readOnly, type, set, done } = binding
  const implied = useEditorState(({ document }) => {
    const { stages } = exactAnalysis(document)
    const here = stages.find(({ stageId }) => stageId === stage.id)
    return here === undefined || here.trapped ? null : Math.round(here.winFrom * 100)
  })
  const shown = Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 0
  return (
    <FieldFrame field={binding.field} problems={[]}>
      <div className={styles.probability}>
        <Slider
          aria-label={t('probabilitySlider')}
          value={shown}
          min={0}
          max={100}
          step={1}
          disabled={readOnly}
          getAriaValueText={(percent) => t('percentSpoken', { percent })}
          onChange={(_, next) => {
            if (typeof next === 'number') type(next)
          }}
          onChangeCommitted={done}
        />
        <NumberEdit
          binding={requiredNumber(binding)}
          label={t('probability')}
          hideLabel
          hideProblems
          unit="%"
        />
      </div>
      <ProblemNotes problems={binding.problems} />
      {stageKind(stage) !== 'open' ? (
        <p className={panel.hint}>{t(stageKind(stage) === 'won' ? 'wonIsCertain' : 'lostIsCertain')}</p>
      ) : implied === null ? (
        <p className={panel.hint}>{t('impliedUnknown')}</p>
      ) : (
        <p className={panel.hint}>
          <span>{t('implied', { percent: implied })}</span>
          {implied === value || readOnly ? null : (
            <Button size="small" variant="text" onClick={() => set(implied)}>
              {t('useImplied', { percent: implied })}
            </Button>
          )}
        </p>
      )}
    </FieldFrame>
  )
}
