import type { readStageUsage } from '../../../src/contract/stages.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { stageIn } from './resource.ts'

const dealsTold = 5

export const usage: Handler<typeof readStageUsage> = async ({ services, actor, params }) => {
  const { id } = params
  const stored = found(await services.processes.holding(actor, 'stages', id), 'sales stage', id)
  const { stageName } = stageIn(stored, id)
  const all = await services.usage.ofProcess(actor, stored.document.process.id)
  const { openDeals, openAmount } = all[id] ?? { openDeals: 0, openAmount: 0 }
  const deals = openDeals === 0 ? [] : await services.usage.dealsIn(actor, id, dealsTold)
  return {
    status: 200,
    body: {
      stage_id: id,
      open_deals: openDeals,
      open_amount: openAmount,
      deals: deals.map(({ id: dealId, name, amount }) => ({ id: dealId, name, amount })),
      can_delete: openDeals === 0,
      remedy:
        openDeals === 0
          ? null
          : `Disable “${stageName}” instead of deleting it, or move its open deals first.`,
      as_of: await services.usage.asOf(actor),
    },
  }
}
