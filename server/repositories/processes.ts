/** Processes as they are now and as they were: heads, and every revision with who, when and why. */
import { restored } from '../../src/domain/process/restored.ts'
import { documentFromWire } from '../../src/domain/process/wireDocument.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Actor, ProcessService, StoredProcess, VersionSummary } from '../services.ts'
import type { Heads } from './heads.ts'
import type { KeptReads } from './keptReads.ts'
import { movesSince } from './rollback.ts'
import { by, scopeOf } from './scope.ts'

export function createProcesses(database: Database, heads: Heads, reads: KeptReads): ProcessService {
  const list = reads.kept((tx, actor) => heads.all(tx, actor.companyId))
  const placeOf = rememberedPlaces()
  const one = async (actor: Actor, matches: (stored: StoredProcess) => boolean) =>
    (await list(actor)).find(matches) ?? null

  return {
    list,
    load: (actor, processId) => one(actor, ({ document }) => document.process.id === processId),
    loadDefault: (actor) => one(actor, ({ document }) => document.process.isDefault),
    placeOf: (actor, table, rowId) =>
      placeOf(`${actor.companyId} ${table} ${rowId}`, async () => {
        const holder = await one(actor, ({ document }) => Object.hasOwn(document[table], rowId))
        return holder?.document.process.id ?? null
      }),
    holding: (actor, table, rowId) => one(actor, ({ document }) => Object.hasOwn(document[table], rowId)),

    versions: (actor, processId, page) =>
      database.company(scopeOf(actor), async (tx) => {
        const total = await tx
          .selectFrom('process_versions')
          .innerJoin('sales_processes', (join) =>
            join
              .onRef('sales_processes.company_id', '=', 'process_versions.company_id')
              .onRef('sales_processes.id', '=', 'process_versions.process_id')
              .on('sales_processes.deleted_at', 'is', null),
          )
          .select((select) => select.fn.countAll<number>().as('count'))
          .where('process_id', '=', processId)
          .executeTakeFirstOrThrow()
        if (total.count === 0) return null
        const rows = await summaries(tx, processId)
          .orderBy('process_versions.revision', 'desc')
          .offset(page.offset)
          .limit(page.limit)
          .execute()
        return { count: total.count, rows: rows.map(summaryOf) }
      }),

    version: (actor, processId, revision) =>
      database.company(scopeOf(actor), (tx) => versionOf(tx, processId, revision)),

    restored: async (actor, processId, revision) => {
      const current = await one(actor, ({ document }) => document.process.id === processId)
      return await database.company(scopeOf(actor), async (tx) => {
        const version = await versionOf(tx, processId, revision)
        if (!current || !version) return null
        const moves = await movesSince(tx, processId, revision)
        return { current, document: restored(current.document, version.document, moves) }
      })
    },
  }
}

async function versionOf(tx: Tx, processId: string, revision: number) {
  const row = await summaries(tx, processId)
    .select('process_versions.document')
    .where('process_versions.revision', '=', revision)
    .executeTakeFirst()
  return row ? { ...summaryOf(row), document: documentFromWire(row.document) } : null
}

function rememberedPlaces(remembered = 20_000) {
  const known = new Map<string, string>()
  return async (key: string, find: () => Promise<string | null>): Promise<string | null> => {
    const had = known.get(key)
    if (had !== undefined) return had
    const found = await find()
    if (known.size >= remembered) known.clear()
    if (found !== null) known.set(key, found)
    return found
  }
}

function summaries(tx: Tx, processId: string) {
  return tx
    .selectFrom('process_versions')
    .innerJoin('sales_processes', (join) =>
      join
        .onRef('sales_processes.company_id', '=', 'process_versions.company_id')
        .onRef('sales_processes.id', '=', 'process_versions.process_id')
        .on('sales_processes.deleted_at', 'is', null),
    )
    .leftJoin('users', 'users.id', 'process_versions.user_id')
    .leftJoin('publish_requests as request', (join) =>
      join
        .onRef('request.company_id', '=', 'process_versions.company_id')
        .onRef('request.process_id', '=', 'process_versions.process_id')
        .onRef('request.revision', '=', 'process_versions.revision'),
    )
    .leftJoin('users as author', 'author.id', 'request.requested_by')
    .select([
      'process_versions.revision',
      'process_versions.kind',
      'process_versions.reason',
      'process_versions.at',
      'process_versions.added',
      'process_versions.updated',
      'process_versions.removed',
      'process_versions.user_id',
      'users.display_name',
      'request.number',
      'request.requested_by',
      'author.display_name as author_name',
    ])
    .where('process_versions.process_id', '=', processId)
}

interface SummaryRow extends Pick<VersionSummary, 'revision' | 'kind' | 'reason' | 'at'> {
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly user_id: string
  readonly display_name: string | null
  readonly number: number | null
  readonly requested_by: string | null
  readonly author_name: string | null
}

const summaryOf = (row: SummaryRow): VersionSummary => ({
  revision: row.revision,
  kind: row.kind,
  reason: row.reason,
  at: row.at,
  by: by(row.user_id, row.display_name),
  request:
    row.number === null || row.requested_by === null
      ? null
      : {
          number: row.number,
          requestedBy: by(row.requested_by, row.author_name),
          approvedBy: row.requested_by === row.user_id ? null : by(row.user_id, row.display_name),
        },
  changes: { added: row.added, updated: row.updated, removed: row.removed },
})
