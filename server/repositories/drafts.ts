/**
 * Drafts backed up from devices: each is its owner's alone, by a policy of the database itself. That somebody works on
 * a process is told to the whole company, from a row of its own that holds nothing else.
 */
import { beginningFromWire, beginningToWire, type WireBeginning } from '../../src/domain/process/beginning.ts'
import { documentFromWire, documentToWire, type WireDocument } from '../../src/domain/process/wireDocument.ts'
import type { Database } from '../database/database.ts'
import type { DraftService, StoredDraft, StoredEditor } from '../services.ts'
import { by, scopeOf } from './scope.ts'

const editingMilliseconds = 15 * 60_000

const columns = ['id', 'process_id', 'base_revision', 'document', 'beginning', 'updated_at'] as const

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
        const at = now()
        const row = await tx
          .insertInto('drafts')
          .values({
            company_id: actor.companyId,
            user_id: actor.userId,
            id: draft.id,
            process_id: draft.processId,
            base_revision: draft.baseRevision,
            document: JSON.stringify(documentToWire(draft.document)),
            beginning: draft.beginning ? JSON.stringify(beginningToWire(draft.beginning)) : null,
            updated_at: at,
          })
          .onConflict((conflict) =>
            conflict.columns(['company_id', 'user_id', 'id']).doUpdateSet((excluded) => ({
              process_id: excluded.ref('excluded.process_id'),
              base_revision: excluded.ref('excluded.base_revision'),
              document: excluded.ref('excluded.document'),
              beginning: excluded.ref('excluded.beginning'),
              updated_at: excluded.ref('excluded.updated_at'),
            })),
          )
          .returning(columns)
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('editors')
          .values({
            company_id: actor.companyId,
            user_id: actor.userId,
            draft_id: draft.id,
            process_id: draft.processId,
            at,
          })
          .onConflict((conflict) =>
            conflict.columns(['company_id', 'user_id', 'draft_id']).doUpdateSet((excluded) => ({
              process_id: excluded.ref('excluded.process_id'),
              at: excluded.ref('excluded.at'),
            })),
          )
          .execute()
        return draftOf(row)
      }),
    remove: (actor, id) =>
      database.company(scopeOf(actor), async (tx) => {
        await tx
          .deleteFrom('editors')
          .where('user_id', '=', actor.userId)
          .where('draft_id', '=', id)
          .execute()
        const { numDeletedRows } = await tx.deleteFrom('drafts').where('id', '=', id).executeTakeFirst()
        return numDeletedRows > 0n
      }),
    editors: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const since = new Date(Date.parse(now()) - editingMilliseconds).toISOString()
        const rows = await tx
          .selectFrom('editors')
          .leftJoin('users', 'users.id', 'editors.user_id')
          .select(['editors.process_id', 'editors.user_id', 'editors.at', 'users.display_name'])
          .where('editors.user_id', '!=', actor.userId)
          .where('editors.at', '>', since)
          .orderBy('editors.at', 'desc')
          .orderBy('editors.draft_id')
          .limit(500)
          .execute()
        const once = new Map<string, StoredEditor>()
        for (const row of rows) {
          const key = JSON.stringify([row.process_id, row.user_id])
          if (once.has(key)) continue
          once.set(key, { processId: row.process_id, by: by(row.user_id, row.display_name), at: row.at })
        }
        return [...once.values()]
      }),
  }
}

interface DraftRow {
  readonly id: string
  readonly process_id: string
  readonly base_revision: number
  readonly document: WireDocument
  readonly beginning: WireBeginning | null
  readonly updated_at: string
}

const draftOf = (row: DraftRow): StoredDraft => ({
  id: row.id,
  processId: row.process_id,
  baseRevision: row.base_revision,
  document: documentFromWire(row.document),
  beginning: row.beginning && beginningFromWire(row.beginning),
  updatedAt: row.updated_at,
})
