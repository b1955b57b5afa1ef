/**
 * One revision of one process, inside a transaction that holds the process: its row, the projection of its stages
 * and transitions, and the version itself, which is only ever added. Returns what there is to tell.
 */
import { diffProcesses, isEmptyDiff, type ProcessDiff } from '../../src/domain/process/diff.ts'
import { newProcess, type ProcessDocument } from '../../src/domain/process/process.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Tx } from '../database/database.ts'
import { eventsOf, type NewEvent } from '../eventsOf.ts'
import type { Actor, StoredProcess, WriteOrder } from '../services.ts'
import { project } from './projection.ts'
import { changedIn, stamped } from './stamp.ts'

export interface RevisionOrder extends Pick<WriteOrder, 'processId' | 'kind' | 'reason'> {
  readonly before: StoredProcess | null
  /** Null archives the process. */
  readonly next: ProcessDocument | null
  readonly isDefault: boolean
  readonly undoes?: number | undefined
  readonly now: string
  /** Who made the change; the actor is who lets it through. */
  readonly authorId: string
}

export interface Revision {
  /** Null where there is no difference: then nothing was written. */
  readonly diff: ProcessDiff | null
  readonly stored: StoredProcess | null
  readonly revision: number
  /** Open deals moved, by the stage they left. */
  readonly migrated: Readonly<Record<string, number>>
  readonly events: readonly NewEvent[]
}

/** @throws ApiError STAGE_IN_USE, ALREADY_EXISTS. */
export async function storeRevision(tx: Tx, actor: Actor, order: RevisionOrder): Promise<Revision> {
  const { processId, kind, reason, before, next, now } = order
  const was = before?.document ?? null
  const current = was?.process.revision ?? 0
  const nothing = { diff: null, stored: before, revision: current, migrated: {}, events: [] }
  const kept = next && stamped(next, was, { ...order, companyId: actor.companyId, userId: order.authorId })
  const version = kept ?? was
  if (!version) return nothing
  const from = was ?? newProcess({ id: processId, processName: '' })
  if (kept && was && isEmptyDiff(diffProcesses(was, settled(kept)))) return nothing

  const revision = current + 1
  const dated = {
    ...version,
    process: { ...version.process, revision, updatedAt: now, updatedByUserId: was ? order.authorId : null },
  }
  const head = kept && settled(dated)
  const diff = diffProcesses(from, head ?? dated)
  await storeProcess(tx, actor, dated, { known: was !== null, deletedAt: kept ? null : now })
  const migrated = await project(tx, {
    companyId: actor.companyId,
    processId,
    userId: actor.userId,
    now,
    reason,
    before: was,
    after: kept && dated,
    diff,
    undoes: order.undoes,
  })
  const changes = changedIn(dated, before, revision)
  const tables = [diff.stages, diff.transitions, diff.scenarios, diff.waivers, diff.comments]
  const count = (part: 'added' | 'updated' | 'removed') =>
    tables.reduce((sum, table) => sum + Object.keys(table[part]).length, 0)
  await tx
    .insertInto('process_versions')
    .values({
      company_id: actor.companyId,
      process_id: processId,
      revision,
      parent_revision: was ? current : null,
      kind,
      reason,
      document: JSON.stringify(documentToWire(dated)),
      changed_in: JSON.stringify(changes),
      added: count('added'),
      updated: count('updated'),
      removed: count('removed'),
      user_id: actor.userId,
      at: now,
    })
    .execute()
  return {
    diff,
    stored: head && { document: head, changedIn: changes },
    revision,
    migrated,
    events: eventsOf({ processId, kind, reason, revision, before: was, after: head, diff }),
  }
}

/** The head has no deals left to move: they were moved when it was published. */
const settled = (document: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, stageMigrations: {} },
})

async function storeProcess(
  tx: Tx,
  actor: Actor,
  { process }: ProcessDocument,
  state: { readonly known: boolean; readonly deletedAt: string | null },
): Promise<void> {
  const fields = {
    process_name: process.processName,
    process_code: process.processCode,
    is_default: process.isDefault,
    is_active: process.isActive,
    revision: process.revision,
    updated_at: process.updatedAt ?? '',
    deleted_at: state.deletedAt,
    deleted_by_user_id: state.deletedAt === null ? null : actor.userId,
  }
  if (state.known) {
    await tx.updateTable('sales_processes').set(fields).where('id', '=', process.id).execute()
    return
  }
  await tx
    .insertInto('sales_processes')
    .values({
      ...fields,
      company_id: actor.companyId,
      id: process.id,
      created_at: process.createdAt ?? fields.updated_at,
    })
    .execute()
}
