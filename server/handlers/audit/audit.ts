/** The audit trail: read, verified, taken away. */
import type { WireAuditEntry } from '../../../src/contract/audit.ts'
import type { Handlers } from '../../http/handler.ts'
import type { Mask } from '../../masking/mask.ts'
import { maskJson } from '../../masking/maskJson.ts'
import { refuseUnseen } from '../../masking/settled.ts'
import type { Actor, StoredAuditEntry } from '../../services.ts'
import { pageOf } from '../pages.ts'

export const audit: Handlers['audit'] = {
  list: async ({ services, actor, query, url }) => {
    const { page, page_size, since, until, type, entity } = query
    const { count, rows } = await services.audit.list(
      actor,
      { since, until, type, entity, userId: query.user_id, entityId: query.entity_id },
      { offset: (page - 1) * page_size, limit: page_size },
    )
    return {
      status: 200,
      body: pageOf(
        url,
        query,
        count,
        rows.map((row) => entryToWire(row, actor.mask)),
      ),
    }
  },
  filters: async ({ services, actor }) => {
    const { people, types } = await services.audit.filters(actor)
    return { status: 200, body: { people: [...people], types: [...types] } }
  },
  verify: async ({ services, actor, query }) => ({
    status: 200,
    body: await services.audit.verify(actor, query.from),
  }),
  export: async ({ services, actor, query }) => {
    refuseMasked(actor)
    return { status: 200, body: await services.audit.export(actor, query.from) }
  },
  checkpoints: async ({ services, actor, query }) => {
    refuseMasked(actor)
    return { status: 200, body: await services.audit.checkpoints(actor, query.from) }
  },
}

/** The chain can only be proven with everything that was hashed, and a hash lets one try what it might be. */
function refuseMasked({ mask }: Actor): void {
  if (mask)
    refuseUnseen(
      'Some of the trail',
      'so you cannot take it away as it was hashed: ask somebody who sees all of it.',
    )
}

const entryToWire = (entry: StoredAuditEntry, mask: Mask | undefined): WireAuditEntry => ({
  seq: entry.seq,
  at: entry.at,
  by: entry.by,
  session_id: entry.sessionId,
  type: entry.type,
  entity: entry.entity,
  entity_id: entry.entityId,
  entity_name: entry.entityName,
  revision: entry.revision,
  body: { ...entry.body },
  erased: entry.erased,
  hash: mask && maskJson(entry.body, mask) !== entry.body ? '' : entry.hash,
})
