import Slider from '@mui/material/Slider'
import type { SalesStage } from '../../../domain/process/stage.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import type { Binding } from '../fields/binding.ts'
import { FieldFrame } from '../fields/FieldFrame.tsx'
import { NumberEdit, requiredNumber } from '../fields/NumberEdit.tsx'
import { ProblemNotes } from '../fields/ProblemNotes.tsx'
import { Waived } from '../fields/Waived.tsx'
import { ImpliedWin } from './ImpliedWin.tsx'
import styles from './stage.module.css'

const falls = 'probability/decreases'

interface StageProbabilityProps {
  readonly stage: SalesStage
  readonly binding: Binding<number>
}

/** Slider and number say the same; where the number may not fall and does, the reason is asked for here. */
export function StageProbability({ stage, binding }: StageProbabilityProps) {
  const t = useText('inspector')
  const { value, problems, readOnly, type, set, done } = binding
  const mayWaive = useEditorState(({ permissions }) => permissions.includes('override_probability'))
  const shown = Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 0
  const falling = problems.some(({ ruleId, waivable }) => ruleId === falls && waivable)
  return (
    <FieldFrame field={binding.field} problems={[]} name={t('probability')}>
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
      <ProblemNotes problems={problems} {...(falling && mayWaive ? { justifyAtOnce: falls } : {})} />
      {falling && !readOnly && !mayWaive ? <p className={styles.hint}>{t('mustNotFallOther')}</p> : null}
      <Waived targetId={stage.id} about="probability/" />
      <ImpliedWin stage={stage} readOnly={readOnly} onUse={set} />
    </FieldFrame>
  )
}
