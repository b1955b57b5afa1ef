/** One row for every accepted change: who, when, what, before and after. Numbered by the company's locked counter. */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Json } from '../services.ts'

export interface AuditEntry {
  readonly at: string
  readonly userId: string
  readonly sessionId: string
  /** What was done, as in `process.publish`. */
  readonly type: string
  readonly entity: string
  readonly entityId: string
  readonly revision: number | null
  /** The last event of the same change. */
  readonly eventSeq: number | null
  /** Ids, fields and values; never names or addresses of people. */
  readonly body: { readonly [key: string]: Json }
}

/**
 * Takes the numbers of a change: `events` of them for events, one for its audit row. Locks the company's counter
 * until the commit: call it last.
 */
export async function takeNumbers(
  tx: Tx,
  companyId: string,
  events: number,
): Promise<{ readonly lastEvent: number; readonly audit: number }> {
  const counter = await tx
    .updateTable('company_counters')
    .set({ audit_seq: sql`audit_seq + 1`, ...(events > 0 ? { event_seq: sql`event_seq + ${events}` } : {}) })
    .where('company_id', '=', companyId)
    .returning(['event_seq', 'audit_seq'])
    .executeTakeFirstOrThrow()
  return { lastEvent: counter.event_seq, audit: counter.audit_seq }
}

export async function insertAudit(tx: Tx, companyId: string, seq: number, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      company_id: companyId,
      seq,
      at: entry.at,
      user_id: entry.userId,
      session_id: entry.sessionId,
      type: entry.type,
      entity: entry.entity,
      entity_id: entry.entityId,
      revision: entry.revision,
      event_seq: entry.eventSeq,
      body: JSON.stringify(entry.body),
    })
    .execute()
}
