/** What the exits of a stage say about its probability, and how that came to be. */
import Button from '@mui/material/Button'
import { useId, useState } from 'react'
import { type SalesStage, stageKind } from '../../../domain/process/stage.ts'
import { type ImpliedPoint, impliedHistory, impliedPercent } from '../../../editor/impliedHistory.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import styles from './stage.module.css'

interface ImpliedWinProps {
  readonly stage: SalesStage
  readonly readOnly: boolean
  readonly onUse: (percent: number) => void
}

export function ImpliedWin({ stage, readOnly, onUse }: ImpliedWinProps) {
  const t = useText('inspector')
  const id = useId()
  const [open, setOpen] = useState(false)
  const kind = stageKind(stage)
  const implied = useEditorState(({ document }) => impliedPercent(document, stage.id))
  if (kind !== 'open')
    return <p className={styles.hint}>{t(kind === 'won' ? 'wonIsCertain' : 'lostIsCertain')}</p>
  return (
    <>
      <p className={styles.hint}>
        {implied === null ? t('impliedUnknown') : t('implied', { percent: implied })}
      </p>
      <div className={styles.impliedTools}>
        {implied === null || implied === stage.defaultProbability || readOnly ? null : (
          <Button size="small" variant="outlined" onClick={() => onUse(implied)}>
            {t('useImplied', { percent: implied })}
          </Button>
        )}
        <Button
          size="small"
          variant="text"
          sx={{ marginInlineStart: -1 }}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {t('impliedHistory')}
        </Button>
      </div>
      {open ? (
        <div id={id}>
          <History stageId={stage.id} />
        </div>
      ) : null}
    </>
  )
}

function History({ stageId }: { readonly stageId: string }) {
  const t = useText('inspector')
  const state = useEditorState(({ document, base, undoStack }) => ({ document, base, undoStack }))
  const points = impliedHistory(state, stageId)
  const words = ({ step, revision }: ImpliedPoint) =>
    step ?? (revision === null ? t('impliedStart') : t('impliedPublished', { revision }))
  return (
    <>
      <Spark points={points} />
      <ol className={styles.history}>
        {points.toReversed().map((point) => (
          <li key={point.key}>
            <span>
              {point.percent === null ? t('impliedNothing') : t('percent', { percent: point.percent })}
            </span>
            <span>{words(point)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The points as a line; the list below says the same. */
function Spark({ points }: { readonly points: readonly ImpliedPoint[] }) {
  const known = points.flatMap(({ percent }) => (percent === null ? [] : [percent]))
  if (known.length < 2) return null
  const [low, high] = [Math.min(...known) - 4, Math.max(...known) + 4]
  const x = (index: number) => 4 + (index * 192) / (known.length - 1)
  const y = (percent: number) => 38 - ((percent - low) / (high - low)) * 36
  const line = known.map((percent, index) => `${x(index)},${y(percent)}`).join(' ')
  return (
    <svg viewBox="0 0 200 40" className={styles.spark} aria-hidden="true" preserveAspectRatio="none">
      <polyline points={line} vectorEffect="non-scaling-stroke" />
    </svg>
  )
}
