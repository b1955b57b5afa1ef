/** From the company's events to the queue: each webhook remembers how far it was told, so none is missed or doubled. */

import type { WebhookBody } from '../../src/contract/webhooks.ts'
import type { Database } from '../database/database.ts'
import { eventToWire } from '../handlers/events/wireEvent.ts'
import { eventsAfter } from '../repositories/events.ts'
import type { StoredEvent } from '../services.ts'
import { enqueue } from './queue.ts'

const atOnce = 500

/** Puts in what happened since; may be called by any number of instances at once. */
export async function queueNews(
  database: Database,
  companyId: string,
  given: { readonly at: string; readonly keptTrying: number; readonly newId: () => string },
): Promise<void> {
  for (let more = true; more; )
    more = await database.company({ companyId }, async (tx) => {
      const counter = await tx.selectFrom('company_counters').select('event_seq').executeTakeFirst()
      const head = counter?.event_seq ?? 0
      const hook = await tx
        .selectFrom('webhooks')
        .select(['id', 'kinds', 'event_seq'])
        .where('is_active', '=', true)
        .where('event_seq', '<', head)
        .orderBy('event_seq')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (!hook) return false
      const rows = await eventsAfter(tx, { since: hook.event_seq, upTo: head, limit: atOnce })
      const chosen = rows.filter(({ kind }) => hook.kinds.length === 0 || hook.kinds.includes(kind))
      const told = chosen.map((row) => ({
        id: given.newId(),
        channel: 'webhook' as const,
        webhookId: hook.id,
        kind: row.kind,
        content: bodyOf(companyId, row),
      }))
      await enqueue(tx, companyId, told, given)
      const upTo = rows.length < atOnce ? head : (rows.at(-1)?.seq ?? head)
      await tx.updateTable('webhooks').set({ event_seq: upTo }).where('id', '=', hook.id).execute()
      return true
    })
}

function bodyOf(companyId: string, event: StoredEvent): WebhookBody {
  const { kind, at, seq, process_id, id, version, fields, by, data } = eventToWire(event, event.seq - 1)
  return { type: kind, timestamp: at, company_id: companyId, seq, process_id, id, version, fields, by, data }
}
