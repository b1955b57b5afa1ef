/**
 * A request that comes twice is done once. The row is made first and its reply stored last, in the transaction of the
 * change itself: what was rolled back left no trace, and a repeat simply runs.
 */
import { sql } from 'kysely'
import { ApiError } from '../apiError.ts'
import type { Tx } from '../database/database.ts'
import { lockNotAvailable, sqlState } from '../database/sqlState.ts'
import type { Actor, IdempotencyMark, Reply } from '../services.ts'

const keptMilliseconds = 30 * 24 * 3_600_000

/**
 * Claims the mark; the stored reply where it was claimed before by the same request.
 * @throws ApiError IDEMPOTENCY_MISMATCH, IDEMPOTENCY_IN_PROGRESS.
 */
export async function claim(tx: Tx, actor: Actor, mark: IdempotencyMark, now: string): Promise<Reply | null> {
  const forgotten = new Date(Date.parse(now) - keptMilliseconds).toISOString()
  await tx.deleteFrom('idempotency_keys').where('created_at', '<', forgotten).execute()
  // The same request running elsewhere holds the row: wait a little for its end, not for ever.
  await sql`set local lock_timeout = '3s'`.execute(tx)
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({
      company_id: actor.companyId,
      user_id: actor.userId,
      method: mark.method,
      path: mark.path,
      key: mark.key,
      fingerprint: mark.fingerprint,
      status: null,
      headers: null,
      body: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
    .catch((error: unknown) => {
      if (sqlState(error) === lockNotAvailable) throw inProgress(mark)
      throw error
    })
  await sql`set local lock_timeout = 0`.execute(tx)
  if (claimed) return null
  const had = await tx
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('user_id', '=', actor.userId)
    .where('method', '=', mark.method)
    .where('path', '=', mark.path)
    .where('key', '=', mark.key)
    .executeTakeFirst()
  if (had && had.fingerprint !== mark.fingerprint) {
    throw new ApiError(
      'IDEMPOTENCY_MISMATCH',
      'This Idempotency-Key was used for another request: take a new key for a new request.',
      { key: mark.key },
    )
  }
  if (!had || had.status === null || !had.headers) throw inProgress(mark)
  return { status: had.status, headers: had.headers, body: had.body }
}

export async function keepReply(tx: Tx, actor: Actor, mark: IdempotencyMark, reply: Reply): Promise<void> {
  await tx
    .updateTable('idempotency_keys')
    .set({ status: reply.status, headers: JSON.stringify(reply.headers), body: JSON.stringify(reply.body) })
    .where('user_id', '=', actor.userId)
    .where('method', '=', mark.method)
    .where('path', '=', mark.path)
    .where('key', '=', mark.key)
    .execute()
}

const inProgress = (mark: IdempotencyMark): ApiError =>
  new ApiError(
    'IDEMPOTENCY_IN_PROGRESS',
    'The same request is still running: ask again in a moment.',
    { key: mark.key },
    { 'Retry-After': '1' },
  )
