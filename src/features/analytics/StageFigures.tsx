/** One line a stage: what was measured, what is assumed, and the way to take the measured value over. */
import Button from '@mui/material/Button'
import type { CSSProperties, ReactNode } from 'react'
import type { StageChanges } from '../../domain/commands/changes.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { language, text, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { type Column, DataTable } from '../../ui/tables/DataTable.tsx'
import styles from './analytics.module.css'
import { type Assumption, enough, type MeasuredStage, roundedDays, type StageRow } from './measured.ts'

interface StageFiguresProps {
  readonly rows: readonly StageRow[]
  /** Why nothing can be changed; null where it can. */
  readonly readOnly: string | null
  readonly onTake: (stageId: string, changes: StageChanges) => void
}

export const percent = (share: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
const plain = (value: number): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(value)

export function StageFigures({ rows, readOnly, onTake }: StageFiguresProps) {
  const t = useText('analytics')
  const columns: readonly Column<StageRow>[] = [
    {
      id: 'stage',
      header: t('stage'),
      rowHeader: true,
      cell: ({ measured, stage }) => (
        <span className={styles.name}>{stage?.stageName ?? measured.stage_name}</span>
      ),
    },
    { id: 'now', header: t('now'), cell: ({ measured }) => <Now {...measured} /> },
    { id: 'conversion', header: t('conversion'), cell: ({ measured }) => <Share {...measured.conversion} /> },
    { id: 'time', header: t('time'), cell: ({ measured }) => <Days {...measured} /> },
    {
      id: 'probability',
      header: t('probability'),
      cell: ({ measured, stage, probability }) => (
        <Beside
          assumption={probability}
          words={(value) => percent(value / 100)}
          use={(value) => t('useProbability', { value, stage: stage?.stageName ?? '' })}
          onUse={readOnly ?? (() => probability.offer && onTake(measured.stage_id, probability.offer))}
        >
          <Interval {...measured.observed_win} />
        </Beside>
      ),
    },
    {
      id: 'usual',
      header: t('usual'),
      cell: ({ measured, stage, days }) => (
        <Beside
          assumption={days}
          words={plain}
          use={(value) => t('useDays', { value, stage: stage?.stageName ?? '' })}
          onUse={readOnly ?? (() => days.offer && onTake(measured.stage_id, days.offer))}
        >
          <DaysInterval low={measured.days.mean_low} high={measured.days.mean_high} n={measured.days.n} />
        </Beside>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={rows}
      rowId={({ measured }) => measured.stage_id}
    />
  )
}

function Now({ still_in, still_in_amount, overdue }: MeasuredStage) {
  const t = useText('analytics')
  return (
    <>
      <span className={styles.figure}>{plain(still_in)}</span>
      <span className={styles.quiet}>
        {isMasked(still_in_amount)
          ? text('hidden', 'amount')
          : t('worth', { amount: plain(Math.round(still_in_amount)) })}
      </span>
      {overdue > 0 ? <StatusPill tone="warning">{t('overdue', { count: overdue })}</StatusPill> : null}
    </>
  )
}

type Rate = MeasuredStage['conversion']

/** The bar shows the share, the line on it how far it may be from the truth. */
function Share({ value, low, high, n }: Rate) {
  const t = useText('analytics')
  if (value === null || low === null || high === null)
    return <span className={styles.quiet}>{t('unknown')}</span>
  const place: CSSProperties & Record<`--${string}`, string> = {
    '--share': String(value),
    '--low': String(low),
    '--high': String(high),
  }
  return (
    <>
      <span className={styles.figure}>{percent(value)}</span>
      {n < enough ? null : <span className={styles.bar} style={place} aria-hidden />}
      <Interval value={value} low={low} high={high} n={n} />
    </>
  )
}

function Interval({ low, high, n }: Rate) {
  const t = useText('analytics')
  if (low === null || high === null) return <span className={styles.quiet}>{t('nothingClosed')}</span>
  return (
    <span className={styles.quiet}>
      {n < enough
        ? t('few', { count: n })
        : t('interval', { low: percent(low), high: percent(high), count: n })}
    </span>
  )
}

function Days({ days: { median, median_low, median_high, p90, n } }: MeasuredStage) {
  const t = useText('analytics')
  if (median === null || p90 === null) return <span className={styles.quiet}>{t('unknown')}</span>
  return (
    <>
      <span className={styles.figure}>{plain(roundedDays(median))}</span>
      <DaysInterval low={median_low} high={median_high} n={n} />
      {n < enough ? null : (
        <span className={styles.quiet}>{t('p90', { days: plain(roundedDays(p90)) })}</span>
      )}
    </>
  )
}

function DaysInterval({ low, high, n }: Pick<Rate, 'low' | 'high' | 'n'>) {
  const t = useText('analytics')
  if (n === 0) return null
  return (
    <span className={styles.quiet}>
      {n < enough || low === null || high === null
        ? t('few', { count: n })
        : t('interval', {
            low: plain(roundedDays(low)),
            high: plain(roundedDays(high)),
            count: n,
          })}
    </span>
  )
}

interface BesideProps {
  readonly assumption: Assumption
  readonly words: (value: number) => string
  /** What the button does, for whom, in words. */
  readonly use: (value: string) => string
  /** Or why it cannot. */
  readonly onUse: string | (() => void)
  readonly children: ReactNode
}

function Beside({ assumption, words, use, onUse, children }: BesideProps) {
  const t = useText('analytics')
  const { assumed, hidden, measured, differs, offer } = assumption
  const says = hidden ? t('hidden') : assumed === null ? t('nothing') : words(assumed)
  const value = measured === null ? null : words(measured)
  return (
    <>
      <span className={styles.beside}>
        <span>{t('assumed', { value: says })}</span>
        <span className={styles.measured} data-differs={differs || undefined}>
          {value === null ? t('notMeasured') : t('measured', { value })}
        </span>
      </span>
      {children}
      {offer && value !== null ? (
        <Button
          size="small"
          variant="outlined"
          aria-label={use(value)}
          aria-disabled={typeof onUse === 'string'}
          onClick={() => (typeof onUse === 'string' ? announce(onUse) : onUse())}
        >
          {t('use', { value })}
        </Button>
      ) : null}
    </>
  )
}
