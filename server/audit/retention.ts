/**
 * What has had its time is forgotten once a day: idempotency keys, ended sign-ins, what was sent to webhooks and by
 * mail, and invitations that nobody followed, after 30 days; events after 90 (whoever resumes from further back loads afresh). That it was done, and how much,
 * stands in the audit trail; the trail itself and the versions of processes are kept.
 */
import { sql } from 'kysely'
import { forgetTries } from '../auth/signInThrottle.ts'
import type { Database, Tx } from '../database/database.ts'
import { insertAudit } from '../repositories/audit.ts'

const day = 24 * 3_600_000
const kept = {
  idempotencyKeys: 30 * day,
  sessions: 30 * day,
  invitations: 30 * day,
  outgoing: 30 * day,
  events: 90 * day,
} as const
type Kind = keyof typeof kept

/** A chore for every minute that does most of its work once a day. Several instances at once find nothing left to do. */
export function createRetention(database: Database, clock: () => Date): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock()
    // Worth nothing after a minute and after an hour: not kept for a day.
    await database.identity(async (tx) => {
      await forgetTries(tx, now)
      await tx.deleteFrom('password_resets').where('expires_at', '<', now.toISOString()).execute()
    })
    if (now.getTime() - last < day) return
    last = now.getTime()
    const cutoff = (kind: Kind) => new Date(now.getTime() - kept[kind]).toISOString()
    const gone = new Map<string, Partial<Record<Kind, number>>>()
    const forget = async (kind: Kind, statement: ReturnType<typeof sql<Counted>>) => {
      const { rows } = await database.identity((tx) => counted(tx, statement))
      for (const { company_id, count } of rows)
        gone.set(company_id, { ...gone.get(company_id), [kind]: count })
    }
    await forget(
      'idempotencyKeys',
      sql`delete from idempotency_keys where created_at < ${cutoff('idempotencyKeys')} returning company_id`,
    )
    await forget('events', sql`delete from events where at < ${cutoff('events')} returning company_id`)
    const sent = cutoff('outgoing')
    await forget(
      'outgoing',
      sql`delete from outgoing where state <> 'waiting' and created_at < ${sent} returning company_id`,
    )
    const ended = cutoff('sessions')
    await forget(
      'sessions',
      sql`delete from sessions where expires_at < ${ended} or ended_at < ${ended} returning company_id`,
    )
    await forget(
      'invitations',
      sql`delete from invitations where expires_at < ${cutoff('invitations')} returning company_id`,
    )
    for (const [companyId, counts] of gone) await record(database, companyId, counts, now.toISOString())
  }
}

interface Counted {
  readonly company_id: string
  readonly count: number
}

const counted = (tx: Tx, statement: ReturnType<typeof sql<Counted>>) =>
  sql<Counted>`with gone as (${statement})
    select company_id, count(*)::int as count from gone group by company_id`.execute(tx)

const record = (
  database: Database,
  companyId: string,
  counts: Partial<Record<Kind, number>>,
  at: string,
): Promise<void> =>
  database.company({ companyId }, async (tx) => {
    await insertAudit(tx, companyId, {
      at,
      userId: null,
      sessionId: null,
      type: 'retention.applied',
      entity: 'retention',
      entityId: companyId,
      revision: null,
      body: { ...counts },
    })
  })
