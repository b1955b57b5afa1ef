/**
 * What a change leaves behind: numbered events and one audit row, in the same transaction, last before commit. The
 * numbers come from the company's counter row, whose lock is held from here to the commit, so that whoever has read
 * up to a number has missed nothing below it.
 */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { NewEvent } from '../eventsOf.ts'
import type { Actor } from '../services.ts'
import { type AuditEntry, insertAudit, takeNumbers } from './audit.ts'

export interface Journal {
  /** ISO 8601 UTC. */
  readonly now: () => string
  /** @param op the idempotency key of the write, so that a client knows its own echo. */
  record(
    tx: Tx,
    actor: Actor,
    events: readonly NewEvent[],
    audit: Omit<AuditEntry, 'at' | 'userId' | 'sessionId' | 'eventSeq'>,
    made: { readonly at: string; readonly op?: string | null },
  ): Promise<void>
  /** To be called after the commit: subscribers here and in other instances look for what is new. */
  committed(companyId: string): void
}

export function createJournal(now: () => string, committed: (companyId: string) => void): Journal {
  return {
    now,
    committed,
    record: async (tx, actor, events, audit, { at, op = null }) => {
      const numbers = await takeNumbers(tx, actor.companyId, events.length)
      const first = numbers.lastEvent - events.length + 1
      if (events.length > 0) {
        await insertEvents(
          tx,
          events.map((event, index) => ({
            company_id: actor.companyId,
            seq: first + index,
            kind: event.kind,
            process_id: event.processId,
            row_id: event.rowId,
            revision: event.revision,
            op,
            fields: event.fields,
            data: event.data,
            user_id: actor.userId,
            at,
          })),
        )
      }
      await insertAudit(tx, actor.companyId, numbers.audit, {
        ...audit,
        at,
        userId: actor.userId,
        sessionId: actor.sessionId === '' ? null : actor.sessionId,
        eventSeq: events.length > 0 ? numbers.lastEvent : null,
      })
    },
  }
}

/** One statement however many there are. */
async function insertEvents(tx: Tx, rows: readonly object[]): Promise<void> {
  await sql`
    insert into events (company_id, seq, kind, process_id, row_id, revision, op, fields, data, user_id, at)
    select company_id, seq, kind, process_id, row_id, revision, op, fields, data, user_id, at
    from json_populate_recordset(null::events, ${JSON.stringify(rows)}::json)`.execute(tx)
}
