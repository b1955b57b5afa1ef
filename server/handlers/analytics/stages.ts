import type { readStageAnalytics } from '../../../src/contract/analytics.ts'
import type { Spans } from '../../../src/domain/metrics/spans.ts'
import { processMetrics } from '../../../src/domain/metrics/stageMetrics.ts'
import type { Handler } from '../../http/handler.ts'
import { hides, refuseUnseen } from '../../masking/settled.ts'
import { notFound } from '../notFound.ts'

/** Counted at once, in a tenth of a second; whoever has more asks for a period. */
const most = 50_000

const unfiltered = 'so you cannot filter by it.'

export const stages: Handler<typeof readStageAnalytics> = async ({ services, actor, query }) => {
  const { process_id: asked } = query
  // A filter is no way to find out what is hidden.
  if (query.owner_name !== undefined && hides(actor.mask, 'opportunity.owner'))
    refuseUnseen('owner_name', unfiltered)
  for (const bound of ['minimum_amount', 'maximum_amount'] as const)
    if (query[bound] !== undefined && hides(actor.mask, 'opportunity.amount')) refuseUnseen(bound, unfiltered)
  const { processes, feeds, usage } = services
  const stored = asked === undefined ? await processes.loadDefault(actor) : await processes.load(actor, asked)
  if (!stored) throw notFound('sales process', asked ?? 'by default')
  const { document } = stored
  const known = Object.values(document.stages).flatMap(({ id, lineage }) => [id, ...lineage])
  const segment = {
    since: query.since,
    until: query.until,
    ownerName: query.owner_name,
    minimumAmount: query.minimum_amount,
    maximumAmount: query.maximum_amount,
  }
  const { visits, more } = await feeds.visits(actor, [...new Set(known)], segment, most)
  const now = services.now()
  const metrics = processMetrics(document, visits, now)
  return {
    status: 200,
    body: {
      process_id: document.process.id,
      revision: document.process.revision,
      as_of: now,
      fed_at: await usage.asOf(actor),
      is_cut: more,
      deals: metrics.deals,
      won: metrics.won,
      lost: metrics.lost,
      open: metrics.open,
      won_amount: metrics.wonAmount,
      win_rate: metrics.winRate,
      days_to_close: spansSaid(metrics.daysToClose),
      stages: metrics.stages.map((stage) => ({
        stage_id: stage.stageId,
        stage_code: stage.stageCode,
        stage_name: stage.stageName,
        kind: stage.kind,
        entered: stage.entered,
        advanced: stage.advanced,
        returned: stage.returned,
        lost: stage.lost,
        still_in: stage.stillIn,
        still_in_amount: stage.stillInAmount,
        overdue: stage.overdue,
        conversion: stage.conversion,
        configured_probability: stage.configuredProbability,
        observed_win: stage.observedWin,
        probability_differs: stage.probabilityDiffers,
        days: spansSaid(stage.days),
        configured_days: stage.configuredDays,
        maximum_days: stage.maximumDays,
        days_spent: stage.daysSpent,
      })),
      moves: metrics.moves.map((move) => ({
        from_stage_id: move.fromStageId,
        to_stage_id: move.toStageId,
        moves: move.moves,
        share: move.share,
        transition_id: move.transitionId,
      })),
      bottlenecks: [...metrics.bottlenecks],
    },
  }
}

const spansSaid = ({ mean, meanLow, meanHigh, median, medianLow, medianHigh, p90, n }: Spans) => ({
  mean,
  mean_low: meanLow,
  mean_high: meanHigh,
  median,
  median_low: medianLow,
  median_high: medianHigh,
  p90,
  n,
})
