import type { readProcessUsage } from '../../../src/contract/processes.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'

export const usage: Handler<typeof readProcessUsage> = async ({ services, actor, params: { id } }) => {
  found(await services.processes.load(actor, id), 'sales process', id)
  const all = await services.usage.ofProcess(actor, id)
  const stages = Object.fromEntries(
    Object.entries(all).map(([stageId, { openDeals, openAmount }]) => [
      stageId,
      { open_deals: openDeals, open_amount: openAmount },
    ]),
  )
  return { status: 200, body: { as_of: await services.usage.asOf(actor), stages } }
}
