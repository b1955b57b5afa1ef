import { etagOf } from '../../../src/contract/etag.ts'
import type { Handlers } from '../../http/handler.ts'
import type { StoredSecurityPolicy } from '../../services.ts'
import { refuseForeignTag } from '../write.ts'

const answer = ({ revision, fresh_second_factor }: StoredSecurityPolicy) => ({
  status: 200 as const,
  body: { fresh_second_factor },
  headers: {
    ETag: etagOf({ of: 'security', id: 'policy', revision }),
    'Cache-Control': 'private, no-cache',
  },
})

/** What the company asks before critical changes, and the proof that it was given. */
export const security: Handlers['security'] = {
  readPolicy: async ({ services, actor }) => answer(await services.security.policy(actor)),
  writePolicy: async ({ services, actor, body, ifMatch }) => {
    refuseForeignTag(ifMatch, { of: 'security', id: 'policy' })
    return answer(await services.security.savePolicy(actor, body, ifMatch?.revision ?? null))
  },
  prove: async ({ services, actor, body }) => {
    await services.security.prove(actor, body.code)
    return { status: 204, body: null }
  },
}
