/**
 * One revision of one process, inside a transaction that holds the process: its row, the projection of its stages
 * and transitions, and the version itself, which is only ever added.
 */
import { type RawBuilder, sql } from 'kysely'
import { diffProcesses, isEmptyDiff, type ProcessDiff } from '../../src/domain/process/diff.ts'
import { newProcess, type ProcessDocument } from '../../src/domain/process/process.ts'
import type { Tx } from '../database/database.ts'
import { eventsOf, type NewEvent } from '../eventsOf.ts'
import type { Actor, StoredProcess, WriteOrder } from '../services.ts'
import { documentText } from './documentText.ts'
import type { Call } from './ending.ts'
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
  /** Null where there is no difference: then nothing is to be written. */
  readonly diff: ProcessDiff | null
  /** Null where the process is archived. */
  readonly stored: StoredProcess | null
  readonly revision: number
  readonly events: readonly NewEvent[]
  /** Writes what has to be done in order; the rest is the ending. @throws ApiError STAGE_IN_USE, ALREADY_EXISTS. */
  readonly store: (look: () => Tx) => Promise<{
    /** Open deals moved, by the stage they left. */
    readonly migrated: Readonly<Record<string, number>>
    readonly ending: readonly Call[]
  }>
}

/** What the next revision is, before anything of it is written. */
export function nextRevision(actor: Actor, order: RevisionOrder): Revision {
  const { processId, kind, reason, before, next, now } = order
  const was = before?.document ?? null
  const current = was?.process.revision ?? 0
  const nothing: Revision = {
    diff: null,
    stored: before,
    revision: current,
    events: [],
    store: async () => ({ migrated: {}, ending: [] }),
  }
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
  const changes = changedIn(dated, before, revision)
  return {
    diff,
    stored: head && { document: head, changedIn: changes },
    revision,
    events: eventsOf({ processId, kind, reason, revision, before: was, after: head, diff }),
    store: async (look) => {
      const { migrated, puts } = await project(look, {
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
      // The process first: in a new one there is nothing else for its rows to belong to.
      return { migrated, ending: [keeping(actor, order, { dated, diff, changes }), ...puts] }
    },
  }
}

function keeping(
  { companyId, userId }: Actor,
  { kind, reason, before, next, now }: RevisionOrder,
  made: {
    readonly dated: ProcessDocument
    readonly diff: ProcessDiff
    readonly changes: StoredProcess['changedIn']
  },
): RawBuilder<unknown> {
  const { process } = made.dated
  const { stages, transitions, scenarios, waivers, comments } = made.diff
  const count = (part: 'added' | 'updated' | 'removed') =>
    [stages, transitions, scenarios, waivers, comments].reduce(
      (sum, table) => sum + Object.keys(table[part]).length,
      0,
    )
  const head = {
    company_id: companyId,
    id: process.id,
    process_name: process.processName,
    process_code: process.processCode,
    is_default: process.isDefault,
    is_active: process.isActive,
    revision: process.revision,
    created_at: process.createdAt ?? now,
    updated_at: now,
    deleted_at: next ? null : now,
    deleted_by_user_id: next ? null : userId,
  }
  const version = {
    parent_revision: before ? process.revision - 1 : null,
    kind,
    reason,
    changed_in: made.changes,
    added: count('added'),
    updated: count('updated'),
    removed: count('removed'),
    user_id: userId,
  }
  const [row, about] = [head, version].map((part) => JSON.stringify(part))
  return sql`keep_revision(${row}::json, ${about}::json, ${documentText(made.dated)}::json)`
}

/** The head has no deals left to move: they were moved when it was published. */
const settled = (document: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, stageMigrations: {} },
})
