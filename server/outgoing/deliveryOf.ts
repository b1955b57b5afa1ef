import type { Selectable } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { StoredDelivery } from '../integrations.ts'

/** A row of the queue as its log shows it. */
export const deliveryOf = (
  row: Selectable<Schema['outgoing']>,
  tries: StoredDelivery['tries'] = [],
): StoredDelivery => ({
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
  tries,
})

/** How each try of these went, by their ids, the first try first. */
export async function triesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDelivery['tries']>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('outgoing_tries')
    .select(['outgoing_id', 'at', 'status', 'milliseconds', 'failure'])
    .where('outgoing_id', 'in', [...ids])
    .orderBy('attempt')
    .execute()
  const byId = new Map<string, StoredDelivery['tries'][number][]>()
  for (const { outgoing_id, ...one } of rows) byId.set(outgoing_id, [...(byId.get(outgoing_id) ?? []), one])
  return byId
}
