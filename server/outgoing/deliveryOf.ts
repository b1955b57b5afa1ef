import type { Selectable } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { StoredDelivery } from '../integrations.ts'

/** A row of the queue as its log shows it. */
export const deliveryOf = (row: Selectable<Schema['outgoing']>): StoredDelivery => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  triedAt: row.tried_at,
  nextAt: row.state === 'waiting' ? row.due_at : null,
  status: row.status,
  milliseconds: row.milliseconds,
  excerpt: row.excerpt,
  failure: row.failure,
  content: row.content,
})
