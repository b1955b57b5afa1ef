import type { feedOpportunities } from '../../../src/contract/opportunities.ts'
import { maskableFields } from '../../../src/domain/process/masking.ts'
import type { Handler } from '../../http/handler.ts'
import { hides, refuseUnseen } from '../../masking/settled.ts'
import { codeNames } from '../wireBody.ts'

export const feed: Handler<typeof feedOpportunities> = async ({ services, actor, body }) => {
  for (const field of opportunityFields)
    if (hides(actor.mask, field))
      refuseUnseen(field, 'so you cannot replace opportunities: ask somebody who sees them whole.')
  return {
    status: 200,
    body: await services.usage.feed(actor, body.opportunities.map(codeNames), 'people are told'),
  }
}

/** Opportunities are replaced as a whole, so whoever does not see them whole cannot. */
const opportunityFields = maskableFields.filter((field) => field.startsWith('opportunity.'))
