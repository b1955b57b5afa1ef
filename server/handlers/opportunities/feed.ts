import type { feedOpportunities } from '../../../src/contract/opportunities.ts'
import type { Handler } from '../../http/handler.ts'
import { codeNames } from '../wireBody.ts'

export const feed: Handler<typeof feedOpportunities> = async ({ services, actor, body }) => ({
  status: 200,
  body: await services.usage.feed(actor, body.opportunities.map(codeNames), 'people are told'),
})
