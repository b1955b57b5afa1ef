import type { Handlers } from '../../http/handler.ts'
import { type StoredMaskingPolicy, tagOf } from '../../masking/policies.ts'
import { refuseForeignTag } from '../write.ts'

const answer = ({ revision, fields, sees }: StoredMaskingPolicy) => ({
  status: 200 as const,
  body: { fields, sees },
  headers: { ETag: tagOf(revision), 'Cache-Control': 'private, no-cache' },
})

/** What the company shows to some roles only. */
export const masking: Handlers['masking'] = {
  readPolicy: async ({ services, actor }) => answer(await services.masking.policy(actor)),
  writePolicy: async ({ services, actor, body, ifMatch }) => {
    refuseForeignTag(ifMatch, { of: 'masking', id: 'policy' })
    return answer(await services.masking.savePolicy(actor, body, ifMatch?.revision ?? null))
  },
}
