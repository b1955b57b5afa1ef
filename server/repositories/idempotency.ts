/**
 * A request that comes twice is done once. The row is made first and its reply stored last, in the transaction of the
 * change itself: what was rolled back left no trace, and a repeat simply runs.
 */
import { type RawBuilder, sql } from 'kysely'
import { ApiError } from '../apiError.ts'
import { planned, type Tx } from '../database/database.ts'
import { lockNotAvailable, sqlState } from '../database/sqlState.ts'
import type { Actor, IdempotencyMark, Reply } from '../services.ts'

export interface Claimed {
  readonly fingerprint?: string
  readonly status?: number | null
  readonly headers?: Reply['headers'] | null
  readonly body?: Reply['body']
}

/**
 * Claims the mark; the stored reply where it was claimed before by the same request. Kept for 30 days.
 * @throws ApiError IDEMPOTENCY_MISMATCH, IDEMPOTENCY_IN_PROGRESS.
 */
export async function claim(tx: Tx, actor: Actor, mark: IdempotencyMark, now: string): Promise<Reply | null> {
  const { rows } = await sql<{ had: Claimed | null }>`${planned}select ${claiming(actor, mark, now)} as had`
    .execute(tx)
    .catch(refuseRunning(mark))
  return replyOf(rows[0]?.had ?? null, mark)
}

/** The call that claims, for a statement that does more: `replyOf` says what its answer means. */
export const claiming = (actor: Actor, mark: IdempotencyMark, now: string): RawBuilder<unknown> =>
  sql`claim_request(${nameOf(actor, mark)}, ${mark.fingerprint}, ${now}::timestamptz)`

/** For what a statement that claims fails with. */
export const refuseRunning = (mark: IdempotencyMark) => (error: unknown) => {
  throw sqlState(error) === lockNotAvailable ? inProgress(mark) : error
}

/** @throws ApiError as `claim` does. */
export function replyOf(had: Claimed | null, mark: IdempotencyMark): Reply | null {
  if (!had) return null
  if (had.fingerprint !== undefined && had.fingerprint !== mark.fingerprint) {
    throw new ApiError(
      'IDEMPOTENCY_MISMATCH',
      'This Idempotency-Key was used for another request: take a new key for a new request.',
      { key: mark.key },
    )
  }
  const { status, headers, body = null } = had
  if (!status || !headers) throw inProgress(mark)
  return { status, headers, body }
}

export const nameOf = ({ userId }: Actor, { method, path, key }: IdempotencyMark): RawBuilder<unknown> =>
  sql`${userId}::uuid, ${method}, ${path}, ${key}`

/** The call that keeps the reply, for the last statement. */
export const keepingReply = (
  actor: Actor,
  mark: IdempotencyMark,
  { status, headers, body }: Reply,
): RawBuilder<unknown> =>
  sql`keep_reply(${nameOf(actor, mark)}, ${status}::int, ${JSON.stringify(headers)}::json, ${JSON.stringify(body)}::json)`

export async function keepReply(tx: Tx, actor: Actor, mark: IdempotencyMark, reply: Reply): Promise<void> {
  await sql`select ${keepingReply(actor, mark, reply)}`.execute(tx)
}

const inProgress = (mark: IdempotencyMark): ApiError =>
  new ApiError(
    'IDEMPOTENCY_IN_PROGRESS',
    'The same request is still running: ask again in a moment.',
    { key: mark.key },
    { 'Retry-After': '1' },
  )
