/** What happened to deals in the stages of the open process, beside what it assumes of them. */
import InsightsOutlined from '@mui/icons-material/InsightsOutlined'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../../data/api/failure.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { language, say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Answered } from '../../ui/feedback/Answered.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import styles from './analytics.module.css'
import { analyticsCsv } from './analyticsCsv.ts'
import { allOffers, enough, type StageAnalytics, stageRows } from './measured.ts'
import { percent, StageFigures } from './StageFigures.tsx'

interface AnalyticsProps {
  /** Of deals that came in at `since` (ISO 8601) or later; null: whenever. */
  readonly load: (since: string | null) => Promise<Result<StageAnalytics>>
  readonly now: () => Date
  readonly onDownload: (csv: string) => void
}

const periods = ['all', '90', '365'] as const
type Period = (typeof periods)[number]
const isPeriod = (word: string): word is Period => periods.some((one) => one === word)
const day = 86_400_000

export function Analytics({ load, now, onDownload }: AnalyticsProps) {
  const t = useText('analytics')
  const { permitted, published, processId } = useEditorState(({ permissions, base, document }) => ({
    permitted: permissions.includes('view_analytics'),
    published: base !== null,
    processId: document.process.id,
  }))
  const [period, setPeriod] = useState<Period>('all')
  const query = useQuery({
    queryKey: ['analytics', processId, period],
    enabled: permitted && published,
    queryFn: () =>
      load(period === 'all' ? null : new Date(now().getTime() - Number(period) * day).toISOString()),
  })
  if (!permitted || !published)
    return (
      <EmptyState icon={<InsightsOutlined />} title={t(permitted ? 'unpublished' : 'mayNot')}>
        {t(permitted ? 'unpublishedBody' : 'mayNotBody')}
      </EmptyState>
    )
  return (
    <div className={styles.room}>
      <div className={styles.head}>
        <div>
          <h2>{t('title')}</h2>
          <p>{t('lead')}</p>
        </div>
        <SelectField
          label={t('period')}
          value={period}
          options={periods.map((value) => ({ value, label: t(`period_${value}`) }))}
          onChange={({ target }) => {
            if (isPeriod(target.value)) setPeriod(target.value)
          }}
        />
      </div>
      <Answered
        answer={query.data}
        loading={t('loading')}
        failed={t('failed')}
        onRetry={() => void query.refetch()}
      >
        {(analytics) => <Figures analytics={analytics} onDownload={onDownload} />}
      </Answered>
    </div>
  )
}

interface FiguresProps {
  readonly analytics: StageAnalytics
  readonly onDownload: (csv: string) => void
}

function Figures({ analytics, onDownload }: FiguresProps) {
  const t = useText('analytics')
  const editor = useEditor()
  const { draft, readOnly } = useEditorState(({ document, readOnly }) => ({ draft: document, readOnly }))
  const { deals, won, lost, open, win_rate, days_to_close, won_amount, is_cut, fed_at, as_of } = analytics
  if (deals === 0)
    return (
      <EmptyState icon={<InsightsOutlined />} title={t(fed_at === null ? 'none' : 'nonePeriod')}>
        {t(fed_at === null ? 'noneBody' : 'nonePeriodBody')}
      </EmptyState>
    )
  const rows = stageRows(analytics, draft)
  const offers = allOffers(rows)
  const take = (changes: typeof offers) => {
    const done = editor.dispatch('updateStages', { changes })
    if (!done.ok) announce(say(done.reason))
  }
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: 0 })
  const time = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
  const closeWords = ({ median_low: low, median_high: high, p90, n }: typeof days_to_close) => {
    if (p90 === null) return t('nothingClosed')
    if (low === null || high === null || n < enough) return t('few', { count: n })
    return t('interval', { low: number.format(low), high: number.format(high), count: n })
  }
  const facts = [
    [t('deals'), t('dealsBody', { won, lost, open }), number.format(deals)],
    [
      t('winRate'),
      win_rate.low === null || win_rate.high === null
        ? t('nothingClosed')
        : win_rate.n < enough
          ? t('few', { count: win_rate.n })
          : t('interval', { low: percent(win_rate.low), high: percent(win_rate.high), count: win_rate.n }),
      win_rate.value === null ? t('unknown') : percent(win_rate.value),
    ],
    [
      t('toClose'),
      closeWords(days_to_close),
      days_to_close.median === null ? t('unknown') : t('days', { count: Math.round(days_to_close.median) }),
    ],
    [
      t('wonAmount'),
      t('wonAmountBody', { count: won }),
      isMasked(won_amount) ? t('hidden') : number.format(won_amount),
    ],
  ] as const
  return (
    <>
      {is_cut ? (
        <Notice tone="warning" title={t('cut')}>
          {t('cutBody')}
        </Notice>
      ) : null}
      <dl className={styles.facts}>
        {facts.map(([name, more, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              <span>{more}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Panel
        title={t('stages')}
        level={3}
        flush
        actions={
          <div className={styles.actions}>
            {Object.keys(offers).length > 0 ? (
              <Button
                size="small"
                variant="contained"
                aria-disabled={readOnly !== null}
                onClick={() => (readOnly === null ? take(offers) : announce(readOnly))}
              >
                {t('useAll')}
              </Button>
            ) : null}
            <Button
              size="small"
              variant="outlined"
              onClick={() => onDownload(analyticsCsv(analytics, t('hidden')))}
            >
              {t('download')}
            </Button>
          </div>
        }
      >
        <StageFigures
          rows={rows}
          readOnly={readOnly}
          onTake={(stageId, changes) => take({ [stageId]: changes })}
        />
      </Panel>
      <p className={styles.fresh}>
        {fed_at === null
          ? t('countedNever', { until: time.format(new Date(as_of)) })
          : t('counted', { until: time.format(new Date(as_of)), fed: time.format(new Date(fed_at)) })}
      </p>
    </>
  )
}
