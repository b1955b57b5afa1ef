/**
 * One row for every accepted change: who, when, what, before and after. Numbered by the company's locked counter and
 * chained by the database (migrations/0009_audit.sql); what says something about people stands beside the chain.
 */
import { type RawBuilder, sql } from 'kysely'
import { splitPersonal } from '../audit/personal.ts'
import { utf8 } from '../auth/bytes.ts'
import type { Tx } from '../database/database.ts'
import type { Json } from '../services.ts'

export interface AuditEntry {
  readonly at: string
  /** Null where nobody did it: the server by itself. */
  readonly userId: string | null
  readonly sessionId: string | null
  /** What was done, as in `process.publish`. */
  readonly type: string
  readonly entity: string
  readonly entityId: string
  readonly revision: number | null
  /** The last event of the same change; absent: none. */
  readonly eventSeq?: number | null
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

/** The number of a company's last change: it grows with every one. */
export async function trailEnd(tx: Tx, companyId: string): Promise<number> {
  const counter = await tx
    .selectFrom('company_counters')
    .select('audit_seq')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return counter?.audit_seq ?? 0
}

/** @param seq the number that `takeNumbers` gave in this transaction; the database refuses any other. */
export async function insertAudit(tx: Tx, companyId: string, seq: number, entry: AuditEntry): Promise<void> {
  const { open, personal } = splitPersonal(entry.body)
  const apart = personal ? await committed(JSON.stringify(personal)) : null
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
      event_seq: entry.eventSeq ?? null,
      body: JSON.stringify(open),
      private_commit: apart ? sql`decode(${apart.commit}, 'hex')` : null,
    })
    .execute()
  if (!apart) return
  const { salt, content } = apart
  await tx
    .insertInto('audit_private')
    .values({ company_id: companyId, seq, salt: sql<Uint8Array>`decode(${salt}, 'hex')`, content })
    .execute()
}

/** Salted, so that nobody finds erased words again by trying likely ones against the chain. */
async function committed(content: string): Promise<{ salt: string; content: string; commit: string }> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array([...salt, ...utf8(content)]))
  return { salt: hexOf(salt), content, commit: hexOf(new Uint8Array(digest)) }
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
