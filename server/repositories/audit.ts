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

/** Locks the company's counter: append last, just before commit. */
export async function appendAudit(tx: Tx, companyId: string, entry: AuditEntry): Promise<void> {
  const counter = await tx
    .updateTable('company_counters')
    .set({ audit_seq: sql`audit_seq + 1` })
    .where('company_id', '=', companyId)
    .returning('audit_seq')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('audit_log')
    .values({
      company_id: companyId,
      seq: counter.audit_seq,
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
