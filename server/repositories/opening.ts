/**
 * How a write begins: its request is claimed, its process locked, and what a write has to know is told, in one round
 * trip. What one write of a process left behind, the next can foresee: then all of it is one statement.
 */
import { type RawBuilder, sql } from 'kysely'
import type { StageUsage } from '../../src/domain/lint/rule.ts'
import { type Database, planned, type Tx } from '../database/database.ts'
import type { Actor, IdempotencyMark, Reply, StoredProcess } from '../services.ts'
import { type Call, selected } from './ending.ts'
import type { Heads } from './heads.ts'
import { type Claimed, claiming, nameOf, refuseRunning, replyOf } from './idempotency.ts'

/** What `lock_process` says: how far everything goes on which a write depends. */
interface Marks {
  readonly revision: number | null
  readonly is_default: boolean | null
  readonly is_archived: boolean | null
  /** Whether the company has a default process: this one or another. */
  readonly has_default: boolean | null
  /** Another number wherever the company's reference data changed. */
  readonly reference_mark: number | null
  /** Another number wherever its open deals changed. */
  readonly deals_mark: number | null
  /** Whether changes need a second person. */
  readonly four_eyes: boolean | null
}

export interface Known {
  readonly head: StoredProcess | 'archived' | null
  readonly marks: Marks
  /** Open deals of the process by stage id. */
  readonly usage: Readonly<Record<string, StageUsage>>
}

/** The stored reply where this request was done before: then nothing was locked. */
type Locked = { readonly repeated: Reply } | (Known & { readonly repeated: null })

interface LockedRow {
  readonly had?: Claimed | null
  readonly marks: Marks | null
  readonly usage: Known['usage'] | null
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
  const lock = sql`select to_jsonb(process) as marks, open_deals(${processId}) as usage
    from lock_process(${processId}) process`
  const { rows } = mark
    ? await sql<LockedRow>`${planned}select claimed.had, locked.*
        from (select ${claiming(actor, mark, now)} as had offset 0) claimed
        left join lateral (${lock} where claimed.had is null) locked on true`
        .execute(tx)
        .catch(refuseRunning(mark))
    : await sql<LockedRow>`${planned}${lock}`.execute(tx)
  const [row] = rows
  const repeated = mark && replyOf(row?.had ?? null, mark)
  if (repeated) return { repeated }
  if (!row?.marks) throw new Error('The database did not say what it locked.')
  const { marks } = row
  const { revision, is_archived, is_default } = marks
  const live =
    revision === null || is_archived ? null : { id: processId, revision, is_default: is_default === true }
  return {
    repeated: null,
    head: is_archived ? 'archived' : live && (await heads.at(tx, actor.companyId, live)),
    marks,
    usage: row.usage ?? {},
  }
}

/**
 * A whole transaction: locks the process and makes the calls, where all is as it was foreseen; else nothing is done,
 * and the error's state is `notForeseen`. @returns the stored reply where this request was done before.
 * @throws ApiError as `claim` does.
 */
export async function atOnce(
  database: Database,
  actor: Actor,
  { processId, mark, now, foreseen }: Opening & { readonly foreseen: Marks },
  calls: readonly Call[],
): Promise<Reply | null> {
  const request: RawBuilder<unknown> = mark
    ? sql`${nameOf(actor, mark)}, ${mark.fingerprint}`
    : sql`${actor.userId}::uuid, null, null, null, null`
  const begin = sql`begin_at_once(${actor.companyId}::uuid, ${request}, ${now}::timestamptz,
    ${processId}, ${JSON.stringify(foreseen)}::jsonb)`
  const row = await database
    .atOnce(sql<{ readonly had: Claimed | null }>`select begun.had, done.*
      from (select ${begin} as had offset 0) begun
      left join lateral (select ${selected(calls)} where begun.had is null) done on true`)
    .catch((error: unknown) => {
      if (mark) refuseRunning(mark)(error)
      throw error
    })
  return mark && replyOf(row?.had ?? null, mark)
}
