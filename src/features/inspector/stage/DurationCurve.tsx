/** The curve of how long deals stay, small, with average and maximum on it; the sentences below say what it shows. */

import type { SalesStage } from '../../../domain/process/stage.ts'
import { gammaOfMean } from '../../../domain/simulation/dwell.ts'
import { shareAfter, spreadOf } from '../../../domain/simulation/spread.ts'
import { language, useText } from '../../../text/index.ts'
import panel from '../inspector.module.css'
import styles from './stage.module.css'

const width = 300
const height = 56

export function DurationCurve({ stage }: { readonly stage: SalesStage }) {
  const t = useText('inspector')
  const { averageDurationDays: average, maxDurationDays: maximum } = stage
  const stated = stage.simulation.duration
  const distribution = stated ?? (average !== null && average > 0 ? gammaOfMean(average) : null)
  const spread = distribution === null ? null : spreadOf(distribution)
  if (distribution === null || spread === null) return null
  const number = new Intl.NumberFormat(language(), { maximumSignificantDigits: 2 })
  const percent = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 })
  const end = Math.max(spread.end, maximum === null ? 0 : maximum * 1.08)
  const highest = Math.max(...spread.shares)
  const x = (days: number) => (days / end) * width
  const y = (share: number) => height - (share / highest) * (height - 10)
  const span = spread.end / spread.shares.length
  // What was observed, and what is always the same, comes in steps; all else is a curve.
  const stepped = distribution.kind === 'empirical' || distribution.kind === 'fixed'
  const top = spread.shares.map((share, index) =>
    stepped
      ? `L${x(index * span)} ${y(share)}H${x((index + 1) * span)}`
      : `L${x((index + 0.5) * span)} ${y(share)}`,
  )
  const rot = maximum === null ? null : shareAfter(distribution, maximum)
  const days = maximum === null ? '' : t('daysCount', { count: maximum })
  return (
    <figure className={styles.curve}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path
          className={styles.curveArea}
          d={`M0 ${height}L0 ${y(spread.shares[0] ?? 0)}${top.join('')}V${height}Z`}
        />
        {maximum === null ? null : (
          <rect className={styles.curveRot} x={x(maximum)} y={0} width={width - x(maximum)} height={height} />
        )}
        {average === null ? null : <Mark at={x(average)} kind="average" />}
        {maximum === null ? null : <Mark at={x(maximum)} kind="maximum" />}
      </svg>
      <div className={styles.curveKey} aria-hidden>
        {average === null ? null : <span data-kind="average">{t('markAverage')}</span>}
        {maximum === null ? null : <span data-kind="maximum">{t('markMaximum')}</span>}
      </div>
      <figcaption className={panel.nothing}>
        {spread.nineOfTen - spread.median < 0.01
          ? t('staysAll', { median: number.format(spread.median) })
          : t('stays', {
              median: number.format(spread.median),
              ninety: number.format(spread.nineOfTen),
            })}{' '}
        {rot === null
          ? null
          : rot < 0.005
            ? t('rottingNone', { days })
            : t('rotting', { share: percent.format(rot), days })}
      </figcaption>
    </figure>
  )
}

const Mark = ({ at, kind }: { readonly at: number; readonly kind: 'average' | 'maximum' }) => (
  <line
    className={styles.curveMark}
    data-kind={kind}
    x1={at}
    x2={at}
    y1={0}
    y2={height}
    vectorEffect="non-scaling-stroke"
  />
)
