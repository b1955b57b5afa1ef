/** The audit trail as it is read: in pages with names, verified, and as it was hashed. */
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { AuditLine, AuditVerdict, CheckpointLine } from '../../src/contract/audit.ts'
import { type CheckpointKeeper, publicKeyText } from '../audit/checkpoint.ts'
import type { Checkpoints } from '../audit/checkpoints.ts'
import { joinPersonal } from '../audit/personal.ts'
import { verifyChain } from '../audit/verifyChain.ts'
import type { CheckpointKeys } from '../auth/secrets.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { Actor, AuditFilters, AuditService, StoredAuditEntry } from '../services.ts'
import type { Journal } from './journal.ts'
import { by, scopeOf } from './scope.ts'

/** Rows of one answer of an export. */
const exportedAtOnce = 5_000
const checkpointsAtOnce = 1_000
const body = z.record(z.string(), z.json())

interface TrailDependencies {
  readonly database: Database
  readonly journal: Journal
  readonly checkpoints: Checkpoints
  readonly keys: () => Promise<CheckpointKeys>
  readonly keeper: CheckpointKeeper | undefined
  readonly epoch: () => Promise<string>
}

export function createAuditTrail(given: TrailDependencies): AuditService {
  const { database, checkpoints, keeper } = given
  return {
    list: (actor, filters, page) =>
      database.company(scopeOf(actor), async (tx) => {
        const { count } = await filtered(tx.selectFrom('audit_log'), filters)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return { count, rows: await entries(tx, filters, page) }
      }),

    filters: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const types = await tx.selectFrom('audit_log').select('type').distinct().orderBy('type').execute()
        const { rows } = await sql<{ id: string; name: string | null }>`
          select people.user_id as id, users.display_name as name
          from (select distinct user_id from audit_log where user_id is not null) people
          left join users on users.id = people.user_id order by 2, 1`.execute(tx)
        return { types: types.map(({ type }) => type), people: rows.map(({ id, name }) => by(id, name)) }
      }),

    verify: async (actor, from): Promise<AuditVerdict> => {
      const [epoch, keys, outside] = await Promise.all([
        given.epoch(),
        given.keys(),
        keeper?.ofCompany(actor.companyId) ?? [],
      ])
      const verdict = await database.company(scopeOf(actor), (tx) =>
        verifyChain(tx, actor.companyId, { from, epoch, keys, outside }),
      )
      return { ...verdict, epoch, from, public_key: await publicKeyText(keys[0]) }
    },

    export: async (actor, from) => {
      if (from === 1) await recordExport(actor)
      await checkpoints.make(actor.companyId)
      const [epoch, keys] = await Promise.all([given.epoch(), given.keys()])
      const public_key = await publicKeyText(keys[0])
      return database.company(scopeOf(actor), async (tx) => {
        const { head } = await tx
          .selectFrom('company_counters')
          .select('audit_seq as head')
          .executeTakeFirstOrThrow()
        const lines = await exportLines(tx, actor.companyId, from)
        const last = from + exportedAtOnce - 1
        const header: AuditLine = {
          kind: 'header',
          format: 'stagecraft-audit-v1',
          company: actor.companyId,
          epoch,
          public_key,
          from,
          head,
        }
        return {
          lines: [
            ...(from === 1 ? [header] : []),
            ...lines,
            ...(await checkpointsFrom(tx, from).where('seq', '<=', last).execute()).map(checkpointLine),
          ],
          next: last < head ? last + 1 : null,
        }
      })
    },

    checkpoints: async (actor, from) => {
      await checkpoints.make(actor.companyId)
      const rows = await database.company(scopeOf(actor), (tx) =>
        checkpointsFrom(tx, from)
          .limit(checkpointsAtOnce + 1)
          .execute(),
      )
      return {
        lines: rows.slice(0, checkpointsAtOnce).map(checkpointLine),
        next: rows[checkpointsAtOnce]?.seq ?? null,
      }
    },
  }

  /** Taking the trail away is itself something that was done. */
  async function recordExport(actor: Actor): Promise<void> {
    const { journal } = given
    await database.company(scopeOf(actor), (tx) =>
      journal.record(
        tx,
        actor,
        [],
        { type: 'audit.exported', entity: 'audit', entityId: actor.companyId, revision: null, body: {} },
        { at: journal.now() },
      ),
    )
  }
}

function filtered<Selected>(
  query: SelectQueryBuilder<Schema, 'audit_log', Selected>,
  filters: AuditFilters,
): SelectQueryBuilder<Schema, 'audit_log', Selected> {
  return query
    .$if(filters.since !== undefined, (q) => q.where('audit_log.at', '>=', filters.since ?? ''))
    .$if(filters.until !== undefined, (q) => q.where('audit_log.at', '<=', filters.until ?? ''))
    .$if(filters.userId !== undefined, (q) => q.where('audit_log.user_id', '=', filters.userId ?? ''))
    .$if(filters.type !== undefined, (q) => q.where('audit_log.type', '=', filters.type ?? ''))
    .$if(filters.entity !== undefined, (q) => q.where('audit_log.entity', '=', filters.entity ?? ''))
    .$if(filters.entityId !== undefined, (q) => q.where('audit_log.entity_id', '=', filters.entityId ?? ''))
}

async function entries(
  tx: Tx,
  filters: AuditFilters,
  page: { readonly offset: number; readonly limit: number },
): Promise<readonly StoredAuditEntry[]> {
  const chosen = filtered(
    tx.selectFrom('audit_log').selectAll().select(sql<string>`encode(audit_log.hash, 'hex')`.as('hash_text')),
    filters,
  )
    .orderBy('audit_log.seq', 'desc')
    .offset(page.offset)
    .limit(page.limit)
  const rows = await tx
    .selectFrom(chosen.as('entry'))
    .leftJoin('audit_private as apart', (join) =>
      join.onRef('apart.company_id', '=', 'entry.company_id').onRef('apart.seq', '=', 'entry.seq'),
    )
    .leftJoin('users', 'users.id', 'entry.user_id')
    .leftJoin('sales_processes as process', (join) =>
      join
        .onRef('process.company_id', '=', 'entry.company_id')
        .onRef('process.id', '=', 'entry.entity_id')
        .on('entry.entity', '=', 'process'),
    )
    .leftJoin('users as person', (join) =>
      join.on(sql<boolean>`person.id::text = entry.entity_id`).on('entry.entity', 'in', ['user', 'member']),
    )
    .selectAll('entry')
    .select(['apart.content', 'users.display_name', 'process.process_name', 'person.display_name as about'])
    .orderBy('entry.seq', 'desc')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    by: row.user_id === null ? null : by(row.user_id, row.display_name),
    sessionId: row.session_id,
    type: row.type,
    entity: row.entity,
    entityId: row.entity_id,
    entityName: row.process_name ?? row.about,
    revision: row.revision,
    body: joinPersonal(
      body.parse(JSON.parse(row.body)),
      row.content === null ? null : body.parse(JSON.parse(row.content)),
    ),
    erased: row.private_commit !== null && row.content === null,
    hash: row.hash_text,
  }))
}

type EntryLine = Extract<AuditLine, { kind: 'entry' }>

async function exportLines(tx: Tx, companyId: string, from: number): Promise<readonly EntryLine[]> {
  const { rows } = await sql<
    Omit<EntryLine, 'kind' | 'private'> & { salt: string | null; content: string | null }
  >`
    select entry.company_id as company, entry.seq, stagecraft.audit_instant(entry.at) as at, entry.user_id,
      entry.session_id, entry.type, entry.entity, entry.entity_id, entry.revision, entry.event_seq, entry.body,
      encode(entry.private_commit, 'hex') as private_commit, encode(entry.prev, 'hex') as prev,
      encode(entry.hash, 'hex') as hash, encode(apart.salt, 'hex') as salt, apart.content
    from audit_log entry
    left join audit_private apart on apart.company_id = entry.company_id and apart.seq = entry.seq
    where entry.company_id = ${companyId} and entry.seq between ${from} and ${from + exportedAtOnce - 1}
    order by entry.seq`.execute(tx)
  return rows.map(({ salt, content, ...row }) => ({
    kind: 'entry',
    ...row,
    private: salt === null || content === null ? null : { salt, content },
  }))
}

const checkpointsFrom = (tx: Tx, from: number) =>
  tx.selectFrom('audit_checkpoints').selectAll().where('seq', '>=', from).orderBy('seq')

const checkpointLine = ({
  company_id: company,
  ...row
}: Selectable<Schema['audit_checkpoints']>): CheckpointLine => ({ kind: 'checkpoint', company, ...row })
