/** What the page shows, for a spreadsheet: names of fields as the API has them. */
import { shownOr } from '../../domain/process/masking.ts'
import { writeCsv } from '../../interchange/csv/write.ts'
import type { StageAnalytics } from './measured.ts'

/** @param hidden stands for what this person may not see. */
export function analyticsCsv({ stages }: StageAnalytics, hidden: string): string {
  const header = [
    'stage_code',
    'stage_name',
    'kind',
    'still_in',
    'still_in_amount',
    'overdue',
    'entered',
    'advanced',
    'returned',
    'lost',
    'conversion',
    'conversion_low',
    'conversion_high',
    'days_median',
    'days_median_low',
    'days_median_high',
    'days_p90',
    'days_mean',
    'days_mean_low',
    'days_mean_high',
    'days_n',
    'configured_days',
    'configured_probability',
    'observed_win',
    'observed_win_low',
    'observed_win_high',
    'observed_win_n',
  ]
  return writeCsv(
    header,
    stages.map((stage) => [
      stage.stage_code,
      stage.stage_name,
      stage.kind,
      stage.still_in,
      shownOr(stage.still_in_amount, hidden),
      stage.overdue,
      stage.entered,
      stage.advanced,
      stage.returned,
      stage.lost,
      stage.conversion.value,
      stage.conversion.low,
      stage.conversion.high,
      stage.days.median,
      stage.days.median_low,
      stage.days.median_high,
      stage.days.p90,
      stage.days.mean,
      stage.days.mean_low,
      stage.days.mean_high,
      stage.days.n,
      shownOr(stage.configured_days, hidden),
      shownOr(stage.configured_probability, hidden),
      stage.observed_win.value,
      stage.observed_win.low,
      stage.observed_win.high,
      stage.observed_win.n,
    ]),
  )
}
