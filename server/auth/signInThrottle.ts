/**
 * Slows guessing down: so many failed sign-ins a minute for one account from one address, and more for one address
 * over all accounts. A try counts from its start, so parallel tries gain nothing; success gives it back. Counted in
 * the database, so that neither a restart nor another instance gives more tries.
 */
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { sha256 } from './bytes.ts'

const windowMilliseconds = 60_000
const limits = { account: 5, address: 50 } as const

export interface SignInThrottle {
  /** @throws ApiError RATE_LIMITED. */
  enter(email: string, address: string, now: Date): Promise<{ succeeded(): Promise<void> }>
}

export function signInThrottle(database: Database): SignInThrottle {
  return {
    enter: async (email, address, at) => {
      const now = at.getTime()
      // Hashed: nobody's address lies about. The account first, so that two who come at once wait in one order.
      const keys = [
        { key: await sha256(`account ${email.trim().toLowerCase()} ${address}`), limit: limits.account },
        { key: await sha256(`address ${address}`), limit: limits.address },
      ]
      const wait = await database.identity(async (tx) => {
        const windows = []
        for (const { key, limit } of keys) windows.push({ key, limit, tries: await held(tx, key, now) })
        const full = windows.find(({ tries, limit }) => tries.length >= limit)
        if (full) return (full.tries[0] ?? now) + windowMilliseconds - now
        for (const { key, tries } of windows) await keep(tx, key, [...tries, now])
        return null
      })
      if (wait !== null) throw tooMany(Math.max(1, Math.ceil(wait / 1_000)))
      return {
        succeeded: () =>
          database.identity(async (tx) => {
            for (const { key } of keys) {
              const tries = await held(tx, key, now)
              const own = tries.indexOf(now)
              await keep(
                tx,
                key,
                tries.filter((_, index) => index !== own),
              )
            }
          }),
      }
    },
  }
}

/** Tries that still count. Nobody else looks at them until this transaction ends. */
async function held(tx: Tx, key: string, now: number): Promise<number[]> {
  const { tries } = await tx
    .insertInto('sign_in_tries')
    .values({ key, tries: '[]', over_at: new Date(now).toISOString() })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning('tries')
    .executeTakeFirstOrThrow()
  // Those of later were made before the clock was set back.
  return tries.filter((time) => Math.abs(time - now) < windowMilliseconds)
}

const keep = (tx: Tx, key: string, tries: readonly number[]) =>
  tx
    .updateTable('sign_in_tries')
    .set({
      tries: JSON.stringify(tries),
      over_at: new Date((tries.at(-1) ?? 0) + windowMilliseconds).toISOString(),
    })
    .where('key', '=', key)
    .execute()

/** What counts no more. What somebody holds now is left to them, so that nobody waits for it. */
export const forgetTries = (tx: Tx, now: Date) =>
  tx
    .deleteFrom('sign_in_tries')
    .where('key', 'in', (from) =>
      from
        .selectFrom('sign_in_tries')
        .select('key')
        .where('over_at', '<', now.toISOString())
        .forUpdate()
        .skipLocked(),
    )
    .execute()

const tooMany = (seconds: number): ApiError =>
  new ApiError(
    'RATE_LIMITED',
    `Too many failed sign-ins: try again in ${seconds} seconds.`,
    { retry_after: seconds },
    { 'Retry-After': String(seconds) },
  )
