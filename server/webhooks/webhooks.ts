/** Webhooks as rows: made, changed, tried, and what was sent to each. What sends them is ../outgoing. */
import type { CryptoKey } from 'jose'
import { sql } from 'kysely'
import { testKind, type WebhookBody } from '../../src/contract/webhooks.ts'
import { ApiError } from '../apiError.ts'
import { sealText } from '../auth/sealed.ts'
import type { Database, Tx } from '../database/database.ts'
import type { StoredWebhook, WebhookFields, WebhookService } from '../integrations.ts'
import { deliveryOf, triesOf } from '../outgoing/deliveryOf.ts'
import { enqueue } from '../outgoing/queue.ts'
import type { Journal } from '../repositories/journal.ts'
import { refuseStale } from '../repositories/refuseStale.ts'
import { scopeOf } from '../repositories/scope.ts'
import type { Actor, Json } from '../services.ts'
import { newSecret } from './signature.ts'
import { refuseTarget, type TargetPolicy } from './target.ts'

const most = 50

interface WebhookDependencies {
  readonly database: Database
  readonly journal: Journal
  readonly newId: () => string
  readonly sealing: () => Promise<CryptoKey>
  readonly policy: TargetPolicy
  /** Milliseconds after which a delivery is given up. */
  readonly keptTrying: number
}

/** What a secret is sealed for: it opens for this webhook alone. */
export const secretOwner = (companyId: string, id: string): string => `webhook ${companyId} ${id}`

export function createWebhooks(given: WebhookDependencies): WebhookService {
  const { database, journal, newId, sealing, policy, keptTrying } = given
  const seal = async (companyId: string, id: string, secret: string) =>
    sealText(await sealing(), secret, secretOwner(companyId, id))

  /** One transaction in which a webhook is changed, audited at its end; null where it is not there. */
  const changed = async <T>(
    actor: Actor,
    id: string,
    type: 'created' | 'updated' | 'secret_renewed' | 'deleted',
    work: (tx: Tx, at: string) => Promise<T | null>,
    told: (done: T) => { [key: string]: Json },
  ): Promise<T | null> => {
    const at = journal.now()
    const done = await database.company(scopeOf(actor), async (tx) => {
      const result = await work(tx, at)
      if (result === null) return null
      const entry = { type: `webhook.${type}`, entity: 'webhook', entityId: id, revision: null } as const
      await journal.record(tx, actor, [], { ...entry, body: told(result) }, { at })
      return result
    })
    if (done !== null) journal.committed(actor.companyId)
    return done
  }

  /** Waiting rows are taken by whoever sends; this only puts one in or makes one due. */
  const delivery = async (actor: Actor, change: (tx: Tx, at: string) => Promise<string | null>) => {
    const row = await database.company(scopeOf(actor), async (tx) => {
      const id = await change(tx, journal.now())
      return id === null
        ? null
        : tx.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    })
    if (row) journal.committed(actor.companyId)
    return row ? deliveryOf(row) : null
  }

  return {
    list: (actor) => database.company(scopeOf(actor), (tx) => stored(tx)),
    find: (actor, id) => database.company(scopeOf(actor), (tx) => one(tx, id)),

    create: async (actor, fields) => {
      refuseUrl(fields.url, policy)
      const id = newId()
      const secret = newSecret()
      const sealed = await seal(actor.companyId, id, secret)
      const made = await changed(
        actor,
        id,
        'created',
        async (tx, at) => {
          // The counter's lock: of two who make the fiftieth at once the second is told.
          const counter = await tx
            .selectFrom('company_counters')
            .select('event_seq')
            .forUpdate()
            .executeTakeFirst()
          const { count } = await tx
            .selectFrom('webhooks')
            .select((select) => select.fn.countAll<number>().as('count'))
            .executeTakeFirstOrThrow()
          if (count >= most)
            throw new ApiError('LIMIT_REACHED', `There are ${most} webhooks already: delete one first.`, {
              limit: most,
            })
          await tx
            .insertInto('webhooks')
            .values({
              company_id: actor.companyId,
              id,
              ...columnsOf(fields),
              secret: sealed,
              event_seq: counter?.event_seq ?? 0,
              created_at: at,
              updated_at: at,
            })
            .execute()
          return one(tx, id)
        },
        (row) => ({ after: asJson(row) }),
      )
      if (!made) throw new Error('The webhook that was inserted cannot be read.')
      return { ...made, secret }
    },

    update: async (actor, id, fields, expected) => {
      refuseUrl(fields.url, policy)
      const done = await changed(
        actor,
        id,
        'updated',
        async (tx, at) => {
          const before = await held(tx, id, expected)
          if (!before) return null
          // What happened while it was switched off is not told afterwards.
          const resumed = fields.isActive && !before.isActive
          await tx
            .updateTable('webhooks')
            .set({
              ...columnsOf(fields),
              updated_at: at,
              revision: before.revision + 1,
              ...(resumed
                ? { event_seq: sql<number>`(select event_seq from company_counters limit 1)` }
                : {}),
            })
            .where('id', '=', id)
            .execute()
          if (!fields.isActive)
            await tx
              .updateTable('outgoing')
              .set({ state: 'parked', failure: 'The webhook was switched off.' })
              .where('webhook_id', '=', id)
              .where('state', '=', 'waiting')
              .execute()
          const after = await one(tx, id)
          return after && { before, after }
        },
        ({ before, after }) => ({ before: asJson(before), after: asJson(after) }),
      )
      return done?.after ?? null
    },

    renewSecret: async (actor, id) => {
      const secret = newSecret()
      const sealed = await seal(actor.companyId, id, secret)
      const row = await changed(
        actor,
        id,
        'secret_renewed',
        async (tx, at) => {
          await tx
            .updateTable('webhooks')
            .set({ secret: sealed, updated_at: at, revision: sql`revision + 1` })
            .where('id', '=', id)
            .execute()
          return one(tx, id)
        },
        () => ({}),
      )
      return row && { ...row, secret }
    },

    remove: async (actor, id, expected) => {
      const gone = await changed(
        actor,
        id,
        'deleted',
        async (tx) => {
          const before = await held(tx, id, expected)
          if (before) await tx.deleteFrom('webhooks').where('id', '=', id).execute()
          return before
        },
        (before) => ({ before: asJson(before) }),
      )
      return gone !== null
    },

    test: (actor, id) =>
      delivery(actor, async (tx, at) => {
        if (!(await one(tx, id))) return null
        const made = newId()
        const content: WebhookBody = {
          type: testKind,
          timestamp: at,
          company_id: actor.companyId,
          seq: 0,
          process_id: null,
          id: null,
          version: null,
          fields: [],
          by: { id: actor.userId, name: actor.displayName },
          data: {},
        }
        const row = { id: made, channel: 'webhook' as const, webhookId: id, kind: testKind, content }
        // Whoever tests is waiting: an hour is as long as it is worth it.
        await enqueue(tx, actor.companyId, [row], { at, keptTrying: 3_600_000 })
        return made
      }),

    deliveries: (actor, id, { state, offset, limit }) =>
      database.company(scopeOf(actor), async (tx) => {
        if (!(await one(tx, id))) return null
        const sent = tx
          .selectFrom('outgoing')
          .where('webhook_id', '=', id)
          .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
        const { count } = await sent
          .select((select) => select.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        const rows = await sent
          .selectAll()
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .offset(offset)
          .limit(limit)
          .execute()
        const tries = await triesOf(
          tx,
          rows.map((row) => row.id),
        )
        return { count, rows: rows.map((row) => deliveryOf(row, tries.get(row.id))) }
      }),

    redeliver: (actor, id, deliveryId) =>
      delivery(actor, async (tx, at) => {
        const row = await tx
          .updateTable('outgoing')
          .set({
            state: 'waiting',
            due_at: at,
            give_up_at: new Date(Date.parse(at) + keptTrying).toISOString(),
          })
          .where('id', '=', deliveryId)
          .where('webhook_id', '=', id)
          .returning('id')
          .executeTakeFirst()
        return row?.id ?? null
      }),
  }
}

const columnsOf = ({ name, url, events, isActive }: WebhookFields) => ({
  webhook_name: name,
  url,
  kinds: JSON.stringify(events),
  is_active: isActive,
})

const asJson = (row: StoredWebhook): Json => {
  const { lastDelivery: _, createdAt: __, updatedAt: ___, ...told } = row
  return JSON.parse(JSON.stringify(told))
}

function refuseUrl(url: string, policy: TargetPolicy): void {
  const message = refuseTarget(url, policy)
  if (message !== null)
    throw new ApiError('VALIDATION_FAILED', message, { issues: [{ path: 'url', message }] })
}

const one = async (tx: Tx, id: string): Promise<StoredWebhook | null> => (await stored(tx, id))[0] ?? null

async function held(tx: Tx, id: string, expected: number | null): Promise<StoredWebhook | null> {
  await tx.selectFrom('webhooks').select('id').where('id', '=', id).forUpdate().execute()
  const row = await one(tx, id)
  if (row) refuseStale({ of: 'webhooks', id, revision: row.revision }, expected)
  return row
}

async function stored(tx: Tx, id?: string): Promise<StoredWebhook[]> {
  const rows = await tx
    .selectFrom('webhooks')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('outgoing')
          .select(['outgoing.state', 'outgoing.created_at as sent_at'])
          .whereRef('outgoing.webhook_id', '=', 'webhooks.id')
          .orderBy('outgoing.created_at', 'desc')
          .orderBy('outgoing.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('webhooks')
    .select(['last.state', 'last.sent_at'])
    .$if(id !== undefined, (query) => query.where('webhooks.id', '=', id ?? ''))
    .orderBy('webhook_name')
    .orderBy('webhooks.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.webhook_name,
    url: row.url,
    events: row.kinds,
    isActive: row.is_active,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastDelivery: row.state && row.sent_at ? { state: row.state, at: row.sent_at } : null,
  }))
}
