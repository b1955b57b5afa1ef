import type { StageTransition } from '../../../domain/process/transition.ts'
import { exactAnalysis } from '../../../domain/simulation/index.ts'
import { useEditorState } from '../../../editor/react.ts'
import { language, useText } from '../../../text/index.ts'
import type { TransitionFields } from '../fields/binding.ts'
import { NumberEdit } from '../fields/NumberEdit.tsx'
import styles from './transition.module.css'

interface TransitionShareProps {
  readonly transition: StageTransition
  readonly bind: TransitionFields
}

/** Of the deals that leave the stage, how many go this way: set by weight, else implied by the probabilities. */
export function TransitionShare({ transition, bind }: TransitionShareProps) {
  const t = useText('transition')
  const document = useEditorState((state) => state.document)
  const moves = exactAnalysis(document).moves.filter(({ transitionId }) => transitionId === transition.id)
  const shares = moves.map(({ share }) => share)
  const percent = (share: number) =>
    new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
  const [low, high] = [Math.min(...shares), Math.max(...shares)]
  const source = moves[0]?.shareSource
  return (
    <>
      <NumberEdit binding={bind('weight')} label={t('weight')} help={t('weightHelp')} min={0} optional />
      <p className={styles.hint}>
        {shares.length === 0
          ? t('shareNone')
          : t(source === 'weight' ? 'shareByWeight' : 'shareImplied', {
              share:
                percent(low) === percent(high)
                  ? percent(low)
                  : t('range', { low: percent(low), high: percent(high) }),
            })}
      </p>
    </>
  )
}
