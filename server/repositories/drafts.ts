/** Drafts backed up from devices: each is its owner's alone, by a policy of the database itself. */
import { documentFromWire, documentToWire, type WireDocument } from '../../src/domain/process/wireDocument.ts'
import type { Database } from '../database/database.ts'
import type { DraftService, StoredDraft } from '../services.ts'
import { scopeOf } from './scope.ts'

const columns = ['id', 'process_id', 'base_revision', 'document', 'updated_at'] as const

export function createDrafts(database: Database, now: () => string): DraftService {
  return {
    list: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const rows = await tx
          .selectFrom('drafts')
          .select(columns)
          .orderBy('updated_at', 'desc')
          .orderBy('id')
          .execute()
        return rows.map(draftOf)
      }),
    find: (actor, id) =>
      database.company(scopeOf(actor), async (tx) => {
        const row = await tx.selectFrom('drafts').select(columns).where('id', '=', id).executeTakeFirst()
        return row ? draftOf(row) : null
      }),
    save: (actor, draft) =>
      database.company(scopeOf(actor), async (tx) => {
        const row = await tx
          .insertInto('drafts')
          .values({
            company_id: actor.companyId,
            user_id: actor.userId,
            id: draft.id,
            process_id: draft.processId,
            base_revision: draft.baseRevision,
            document: JSON.stringify(documentToWire(draft.document)),
            updated_at: now(),
          })
          .onConflict((conflict) =>
            conflict.columns(['company_id', 'user_id', 'id']).doUpdateSet((excluded) => ({
              process_id: excluded.ref('excluded.process_id'),
              base_revision: excluded.ref('excluded.base_revision'),
              document: excluded.ref('excluded.document'),
              updated_at: excluded.ref('excluded.updated_at'),
            })),
          )
          .returning(columns)
          .executeTakeFirstOrThrow()
        return draftOf(row)
      }),
    remove: (actor, id) =>
      database.company(scopeOf(actor), async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('drafts').where('id', '=', id).executeTakeFirst()
        return numDeletedRows > 0n
      }),
  }
}

interface DraftRow {
  readonly id: string
  readonly process_id: string
  readonly base_revision: number
  readonly document: WireDocument
  readonly updated_at: string
}

const draftOf = (row: DraftRow): StoredDraft => ({
  id: row.id,
  processId: row.process_id,
  baseRevision: row.base_revision,
  document: documentFromWire(row.document),
  updatedAt: row.updated_at,
})
