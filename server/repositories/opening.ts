/**
 * The first statement of a write: claims the request's key, then locks the process and tells all that a write of it has
 * to know, in one round trip.
 */
import { sql } from 'kysely'
import type { StageUsage } from '../../src/domain/lint/rule.ts'
import { planned, type Tx } from '../database/database.ts'
import type { Actor, IdempotencyMark, Reply, StoredProcess } from '../services.ts'
import type { Heads } from './heads.ts'
import { type Claimed, claiming, refuseRunning, replyOf } from './idempotency.ts'

export interface Locked {
  /** The stored reply where this request was done before: then nothing was locked. */
  readonly repeated: Reply | null
  readonly head: StoredProcess | 'archived' | null
  /** Whether the company has a default process: this one or another. */
  readonly hasDefault: boolean
  /** Another number wherever the company's reference data changed. */
  readonly referenceMark: number
  /** Whether changes need a second person. */
  readonly fourEyes: boolean
  /** Open deals of the process by stage id. */
  readonly usage: Readonly<Record<string, StageUsage>>
}

interface LockedRow {
  readonly had?: Claimed | null
  readonly revision: number | null
  readonly is_default: boolean | null
  readonly is_archived: boolean | null
  readonly has_default: boolean | null
  readonly reference_mark: number | null
  readonly four_eyes: boolean | null
  readonly usage: Readonly<Record<string, StageUsage>> | null
}

interface Opening {
  readonly processId: string
  /** Null: nothing is claimed. */
  readonly mark: IdempotencyMark | null
  readonly now: string
}

/** The process's row is locked until the end of the transaction. @throws ApiError as `claim` does. */
export async function lockProcess(
  tx: Tx,
  heads: Heads,
  actor: Actor,
  { processId, mark, now }: Opening,
): Promise<Locked> {
  const lock = sql`lock_process(${processId})`
  const { rows } = mark
    ? await sql<LockedRow>`${planned}select claimed.had, locked.*
        from (select ${claiming(actor, mark, now)} as had offset 0) claimed
        left join lateral (select * from ${lock} where claimed.had is null) locked on true`
        .execute(tx)
        .catch(refuseRunning(mark))
    : await sql<LockedRow>`${planned}select * from ${lock}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database did not say what it locked.')
  const { revision, is_default } = row
  const live =
    revision === null || row.is_archived ? null : { id: processId, revision, is_default: is_default === true }
  return {
    repeated: mark && replyOf(row.had ?? null, mark),
    head: row.is_archived ? 'archived' : live && (await heads.at(tx, actor.companyId, live)),
    hasDefault: row.has_default === true,
    referenceMark: row.reference_mark ?? 0,
    fourEyes: row.four_eyes === true,
    usage: row.usage ?? {},
  }
}
