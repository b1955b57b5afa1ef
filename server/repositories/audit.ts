/**
 * One row for every accepted change: who, when, what, before and after. Numbered by the company's locked counter and
 * chained by the database (migrations/0009_audit.sql); what says something about people stands beside the chain.
 */
import { type RawBuilder, sql } from 'kysely'
import type { AuditType } from '../../src/contract/auditTypes.ts'
import { splitPersonal } from '../audit/personal.ts'
import type { Tx } from '../database/database.ts'
import type { Json } from '../services.ts'

export interface AuditEntry {
  readonly at: string
  /** Null where nobody did it: the server by itself. */
  readonly userId: string | null
  readonly sessionId: string | null
  readonly type: AuditType
  readonly entity: string
  readonly entityId: string
  readonly revision: number | null
  /** Ids, fields and values; never names or addresses of people. Reasons and comments are kept apart (personal.ts). */
  readonly body: { readonly [key: string]: Json }
}

/**
 * The call that numbers events, adds them and their audit row, and keeps apart from the chain what people wrote. Locks
 * the company's counter until the commit: run it last. Works without a company's scope, too.
 * @param events as rows, with `seq` from 1.
 */
export function recordChange(
  companyId: string,
  entry: AuditEntry,
  events: readonly object[] = [],
): RawBuilder<unknown> {
  const { open, personal } = splitPersonal(entry.body)
  const row = {
    at: entry.at,
    user_id: entry.userId,
    session_id: entry.sessionId,
    type: entry.type,
    entity: entry.entity,
    entity_id: entry.entityId,
    revision: entry.revision,
    body: open,
  }
  const [news, line, apart] = [events, row, personal].map((part) => part && JSON.stringify(part))
  return sql`record_change(${companyId}::uuid, ${news}::json, ${line}::json, ${apart}::text)`
}

/** A change that tells of no event. Call it last. */
export async function insertAudit(tx: Tx, companyId: string, entry: AuditEntry): Promise<void> {
  await sql`select ${recordChange(companyId, entry)}`.execute(tx)
}

/** The number of a company's last change: it grows with every one. */
export async function trailEnd(tx: Tx, companyId: string): Promise<number> {
  const counter = await tx
    .selectFrom('company_counters')
    .select('audit_seq')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return counter?.audit_seq ?? 0
}
