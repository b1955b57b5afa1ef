/** Processes as they are now and as they were: heads, and every revision with who, when and why. */
import { documentFromWire } from '../../src/domain/process/wireDocument.ts'
import type { Database, Tx } from '../database/database.ts'
import type { ProcessService, VersionSummary } from '../services.ts'
import type { Heads } from './heads.ts'
import { by, scopeOf } from './scope.ts'

export function createProcesses(database: Database, heads: Heads): ProcessService {
  return {
    list: (actor) => database.company(scopeOf(actor), (tx) => heads.all(tx, actor.companyId)),
    load: (actor, processId) =>
      database.company(scopeOf(actor), (tx) => heads.byId(tx, actor.companyId, processId)),
    loadDefault: (actor) => database.company(scopeOf(actor), (tx) => heads.default(tx, actor.companyId)),
    holding: (actor, table, rowId) =>
      database.company(scopeOf(actor), async (tx) => {
        const row = await tx
          .selectFrom(table === 'stages' ? 'crm_sales_stages' : 'crm_stage_transitions')
          .select('process_id')
          .where('id', '=', rowId)
          .where('deleted_at', 'is', null)
          .executeTakeFirst()
        return row ? heads.byId(tx, actor.companyId, row.process_id) : null
      }),

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
      database.company(scopeOf(actor), async (tx) => {
        const row = await summaries(tx, processId)
          .select('process_versions.document')
          .where('process_versions.revision', '=', revision)
          .executeTakeFirst()
        return row ? { ...summaryOf(row), document: documentFromWire(row.document) } : null
      }),
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
    ])
    .where('process_versions.process_id', '=', processId)
}

interface SummaryRow extends Pick<VersionSummary, 'revision' | 'kind' | 'reason' | 'at'> {
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly user_id: string
  readonly display_name: string | null
}

const summaryOf = (row: SummaryRow): VersionSummary => ({
  revision: row.revision,
  kind: row.kind,
  reason: row.reason,
  at: row.at,
  by: by(row.user_id, row.display_name),
  changes: { added: row.added, updated: row.updated, removed: row.removed },
})
