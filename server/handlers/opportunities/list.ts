import type { listOpportunities } from '../../../src/contract/opportunities.ts'
import type { Handler } from '../../http/handler.ts'
import { pageOf } from '../pages.ts'

export const list: Handler<typeof listOpportunities> = async ({ services, actor, query, url }) => {
  const { page, page_size: limit, since, process_id: processId, stage_id: stageId, status } = query
  const { count, rows } = await services.feeds.opportunities(
    actor,
    { since, processId, stageId, status },
    { offset: (page - 1) * limit, limit },
  )
  const results = rows.map((deal) => ({
    id: deal.id,
    name: deal.name,
    stage_id: deal.stageId,
    status: deal.status,
    amount: deal.amount,
    owner_name: deal.ownerName,
    entered_stage_at: deal.enteredStageAt,
    created_at: deal.createdAt,
    closed_at: deal.closedAt,
    projected_at: deal.projectedAt,
  }))
  return { status: 200, body: pageOf(url, query, count, results) }
}
