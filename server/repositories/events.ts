/** The company's events in order, for replay over HTTP and for the socket. */
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { EventService, StoredEvent } from '../services.ts'
import { by } from './scope.ts'

export interface CompanyEvents {
  epoch(): Promise<string>
  head(companyId: string): Promise<number>
  /** @throws ApiError EVENTS_TOO_OLD. */
  since(companyId: string, since: number, limit: number): Promise<readonly StoredEvent[]>
}

/** The company's events after a number in order, at most `limit` of them; those after `upTo` are left out. */
export async function eventsAfter(
  tx: Tx,
  { since, upTo, limit }: { readonly since: number; readonly upTo?: number; readonly limit: number },
): Promise<readonly StoredEvent[]> {
  const rows = await tx
    .selectFrom('events')
    .leftJoin('users', 'users.id', 'events.user_id')
    .selectAll('events')
    .select('users.display_name')
    .where('events.seq', '>', since)
    .$if(upTo !== undefined, (query) => query.where('events.seq', '<=', upTo ?? since))
    .orderBy('events.seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    processId: row.process_id,
    rowId: row.row_id,
    revision: row.revision,
    op: row.op,
    fields: row.fields,
    at: row.at,
    by: by(row.user_id, row.display_name),
    data: row.data,
  }))
}

export function createCompanyEvents(database: Database): CompanyEvents {
  let epoch: Promise<string> | undefined
  const readEpoch = () =>
    database.unscoped(async (tx) => {
      const row = await tx.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
      return row.epoch
    })

  return {
    // A restore replaces the data under a server that is stopped: one epoch for the life of the process.
    epoch: () => {
      epoch ??= readEpoch().catch((error: unknown) => {
        epoch = undefined
        throw error
      })
      return epoch
    },
    head: (companyId) =>
      database.company({ companyId }, async (tx) => {
        const row = await tx.selectFrom('company_counters').select('event_seq').executeTakeFirst()
        return row?.event_seq ?? 0
      }),
    since: (companyId, since, limit) =>
      database.company({ companyId }, async (tx) => {
        // The head first: what is committed between the two statements then only adds rows.
        const counter = await tx.selectFrom('company_counters').select('event_seq').executeTakeFirst()
        const head = counter?.event_seq ?? 0
        const rows = await eventsAfter(tx, { since, limit })
        const reaches = rows[0] ? rows[0].seq === since + 1 : since === head
        if (!reaches) {
          throw new ApiError(
            'EVENTS_TOO_OLD',
            `History does not reach back to event ${since}: load afresh.`,
            { head },
          )
        }
        return rows
      }),
  }
}

export const createEvents = (events: CompanyEvents): EventService => ({
  epoch: events.epoch,
  head: (actor) => events.head(actor.companyId),
  since: (actor, since, limit) => events.since(actor.companyId, since, limit),
})
