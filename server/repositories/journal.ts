/**
 * What a change leaves behind: numbered events and one audit row, in the same transaction, last before commit. The
 * numbers come from the company's counter row, whose lock is held from here to the commit, so that whoever has read
 * up to a number has missed nothing below it.
 */
import { type RawBuilder, sql } from 'kysely'
import { planned, type Tx } from '../database/database.ts'
import type { NewEvent } from '../eventsOf.ts'
import type { Actor } from '../services.ts'
import { type AuditEntry, recordChange } from './audit.ts'

/** Of a change: who made it, what it tells and what the trail keeps of it. */
type Recorded = readonly [
  actor: Actor,
  events: readonly NewEvent[],
  audit: Omit<AuditEntry, 'at' | 'userId' | 'sessionId'>,
  /** `op`: the idempotency key of the write, so that a client knows its own echo. */
  made: { readonly at: string; readonly op?: string | null },
]

export interface Journal {
  /** ISO 8601 UTC. */
  readonly now: () => string
  /** The call that does it, for a statement that does more. */
  recording(...change: Recorded): RawBuilder<unknown>
  record(tx: Tx, ...change: Recorded): Promise<void>
  /** To be called after the commit: subscribers here and in other instances look for what is new. */
  committed(companyId: string): void
}

export function createJournal(now: () => string, committed: (companyId: string) => void): Journal {
  const recording: Journal['recording'] = (actor, events, audit, { at, op = null }) => {
    const news = events.map((event, index) => ({
      seq: index + 1,
      kind: event.kind,
      process_id: event.processId,
      row_id: event.rowId,
      revision: event.revision,
      op,
      fields: event.fields,
      data: event.data,
      user_id: actor.userId,
      at,
    }))
    const sessionId = actor.sessionId === '' ? null : actor.sessionId
    return recordChange(actor.companyId, { ...audit, at, userId: actor.userId, sessionId }, news)
  }
  return {
    now,
    committed,
    recording,
    record: async (tx, ...change) => {
      await sql`${planned}select ${recording(...change)}`.execute(tx)
    },
  }
}
