/**
 * What waits to leave, of all companies. A row is taken for a minute (`due_at` is moved ahead under SKIP LOCKED), sent
 * outside any transaction, and then settled: two instances never take the same row, and what an instance that died
 * had taken comes back after the minute.
 */
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { Json } from '../services.ts'
import { longestPause, pauseAfter } from './backOff.ts'

type Row = Schema['outgoing']

export const leaseMilliseconds = 60_000

/** One thing that was taken and is to be sent now. */
export interface Taken {
  readonly companyId: string
  readonly id: string
  readonly channel: Row['channel']
  readonly webhookId: string | null
  readonly userId: string | null
  readonly content: { readonly [key: string]: Json }
  /** This try counted. */
  readonly attempts: number
  readonly giveUpAt: string
}

/** How it went. */
export interface Outcome {
  readonly delivered: boolean
  /** It makes no sense to try again. */
  readonly final?: boolean
  readonly status?: number
  readonly milliseconds?: number
  readonly excerpt?: string
  readonly failure?: string
  /** Milliseconds for which the other side asks to be left alone. */
  readonly leaveFor?: number
}

export interface NewOutgoing {
  readonly id: string
  readonly channel: Row['channel']
  readonly webhookId?: string
  readonly userId?: string | null
  readonly kind: string
  readonly content: { readonly [key: string]: Json }
  /** Known already not to be sendable, and why. */
  readonly refused?: string
}

/** @param keptTrying milliseconds after which it is given up. */
export async function enqueue(
  tx: Tx,
  companyId: string,
  rows: readonly NewOutgoing[],
  { at, keptTrying }: { readonly at: string; readonly keptTrying: number },
): Promise<void> {
  if (rows.length === 0) return
  const giveUpAt = new Date(Date.parse(at) + keptTrying).toISOString()
  await sql`
    insert into outgoing
      (company_id, id, channel, webhook_id, user_id, kind, content, state, failure, created_at, give_up_at, due_at)
    select ${companyId}::uuid, id, channel, webhook_id, user_id, kind, content, state, failure,
      ${at}::timestamptz, ${giveUpAt}::timestamptz, ${at}::timestamptz
    from json_populate_recordset(null::outgoing, ${JSON.stringify(
      rows.map((row) => ({
        id: row.id,
        channel: row.channel,
        webhook_id: row.webhookId ?? null,
        user_id: row.userId ?? null,
        kind: row.kind,
        content: row.content,
        state: row.refused === undefined ? 'waiting' : 'parked',
        failure: row.refused ?? null,
      })),
    )}::json)`.execute(tx)
}

export interface Queue {
  /** Companies whose events are not in the queue yet, or of whom something is due. */
  companiesWithWork(): Promise<readonly string[]>
  /** Up to `limit` that are due, none of them of these webhooks. */
  take(companyId: string, limit: number, busy: readonly string[]): Promise<readonly Taken[]>
  settle(taken: Taken, outcome: Outcome): Promise<void>
}

export function createQueue(database: Database, clock: () => Date, chance: () => number): Queue {
  return {
    companiesWithWork: () =>
      database.identity(async (tx) => {
        const { rows } = await sql<{ company_id: string }>`
          select hook.company_id from webhooks hook join company_counters counter using (company_id)
            where hook.is_active and hook.event_seq < counter.event_seq
          union
          select company_id from outgoing where state = 'waiting' and due_at <= ${clock().toISOString()}`.execute(
          tx,
        )
        return rows.map((row) => row.company_id)
      }),

    take: (companyId, limit, busy) =>
      database.company({ companyId }, async (tx) => {
        const now = clock()
        const due = tx
          .selectFrom('outgoing')
          .select('id')
          .where('state', '=', 'waiting')
          .where('due_at', '<=', now.toISOString())
          .$if(busy.length > 0, (query) =>
            query.where((where) =>
              where.or([where('webhook_id', 'is', null), where('webhook_id', 'not in', [...busy])]),
            ),
          )
          .orderBy('due_at')
          .orderBy('id')
          .limit(limit)
          .forUpdate()
          .skipLocked()
        const rows = await tx
          .updateTable('outgoing')
          .set({
            due_at: new Date(now.getTime() + leaseMilliseconds).toISOString(),
            tried_at: now.toISOString(),
            attempts: sql`attempts + 1`,
            // On its way: how the last try went says nothing of this one.
            status: null,
            milliseconds: null,
            excerpt: null,
            failure: null,
          })
          .where('id', 'in', due)
          .returning(['id', 'channel', 'webhook_id', 'user_id', 'content', 'attempts', 'give_up_at'])
          .execute()
        return rows.map((row) => ({
          companyId,
          id: row.id,
          channel: row.channel,
          webhookId: row.webhook_id,
          userId: row.user_id,
          content: row.content,
          attempts: row.attempts,
          giveUpAt: row.give_up_at,
        }))
      }),

    settle: (taken, outcome) =>
      database.company({ companyId: taken.companyId }, async (tx) => {
        const pause = Math.max(
          pauseAfter(taken.attempts, chance()),
          Math.min(longestPause, outcome.leaveFor ?? 0),
        )
        const next = new Date(clock().getTime() + pause).toISOString()
        const over = outcome.delivered || outcome.final === true || next > taken.giveUpAt
        const how = {
          status: outcome.status ?? null,
          milliseconds: outcome.milliseconds ?? null,
          failure: outcome.failure ?? null,
        }
        // What was sealed lets somebody in: nobody needs it any more.
        const { sealed, ...open } = taken.content
        const settled = await tx
          .updateTable('outgoing')
          .set({
            ...how,
            state: outcome.delivered ? 'delivered' : over ? 'parked' : 'waiting',
            ...(over ? {} : { due_at: next }),
            ...(over && sealed !== undefined ? { content: JSON.stringify(open) } : {}),
            excerpt: outcome.excerpt ?? null,
          })
          .where('id', '=', taken.id)
          // Taken again meanwhile, because this try took longer than it may: that one settles it.
          .where('attempts', '=', taken.attempts)
          .where('state', '=', 'waiting')
          .returning('tried_at')
          .executeTakeFirst()
        if (!settled?.tried_at) return
        await tx
          .insertInto('outgoing_tries')
          .values({
            company_id: taken.companyId,
            outgoing_id: taken.id,
            attempt: taken.attempts,
            at: settled.tried_at,
            ...how,
          })
          .execute()
      }),
  }
}
