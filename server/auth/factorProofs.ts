/**
 * Takes a code of somebody's second factor, from the app or one of the recovery codes, each once. Wrong ones are
 * counted in the database, so that no instance and no restart gives more tries; the row is locked, so that two who
 * bring the same code at once do not both come in.
 */
import { sql } from 'kysely'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { stepOf } from './oneTimeCodes.ts'
import { recoveryHash } from './recoveryCodes.ts'
import { unsealText } from './sealed.ts'
import { recoveryKey, type Secrets, secondFactorKey } from './secrets.ts'

const mostTries = 5
const windowMilliseconds = 5 * 60_000

export type Verdict = 'right' | 'right by recovery code' | 'wrong' | 'none'

export interface FactorProofs {
  has(userId: string): Promise<boolean>
  /** Spends the code where it is right; `none` where no second factor is on. @throws ApiError RATE_LIMITED. */
  spend(userId: string, code: string): Promise<Verdict>
}

export function createFactorProofs(given: {
  readonly database: Database
  readonly clock: () => Date
  readonly secrets: Secrets
}): FactorProofs {
  const { database, clock } = given
  const sealing = secondFactorKey(given.secrets.master)
  const recovery = recoveryKey(given.secrets.master)

  const take = async (
    tx: Tx,
    row: { user_id: string; secret: string; last_step: number },
    code: string,
    now: Date,
  ) => {
    const { user_id: userId } = row
    if (/^\d{6}$/.test(code)) {
      const step = stepOf(await unsealText(await sealing, row.secret, userId), code, now)
      if (step === null || step <= row.last_step) return 'wrong'
      await tx.updateTable('second_factors').set({ last_step: step }).where('user_id', '=', userId).execute()
      return 'right'
    }
    const used = await tx
      .updateTable('recovery_codes')
      .set({ used_at: now.toISOString() })
      .where('user_id', '=', userId)
      .where('hash', '=', await recoveryHash(await recovery, userId, code))
      .where('used_at', 'is', null)
      .executeTakeFirst()
    return used.numUpdatedRows > 0n ? 'right by recovery code' : 'wrong'
  }

  return {
    has: async (userId) => {
      const row = await database.identity((tx) => confirmed(tx, userId).executeTakeFirst())
      return row !== undefined
    },
    spend: async (userId, typed) => {
      const code = typed.replaceAll(/\s/g, '')
      const now = clock()
      const verdict = await database.identity(async (tx) => {
        const row = await confirmed(tx, userId).forUpdate().executeTakeFirst()
        if (!row) return 'none'
        const since = row.tries_since === null ? 0 : Date.parse(row.tries_since)
        // Not where it begins later, before the clock was set back.
        const open = Math.abs(now.getTime() - since) < windowMilliseconds
        if (open && row.tries >= mostTries)
          return Math.ceil((since + windowMilliseconds - now.getTime()) / 1_000)
        const taken = await take(tx, row, code, now)
        const tries =
          taken !== 'wrong'
            ? { tries: 0, tries_since: null }
            : open
              ? { tries: sql<number>`tries + 1` }
              : { tries: 1, tries_since: now.toISOString() }
        await tx.updateTable('second_factors').set(tries).where('user_id', '=', userId).execute()
        return taken
      })
      if (typeof verdict !== 'number') return verdict
      throw new ApiError(
        'RATE_LIMITED',
        `Too many wrong codes: try again in ${verdict} seconds.`,
        { retry_after: verdict },
        { 'Retry-After': String(verdict) },
      )
    },
  }
}

const confirmed = (tx: Tx, userId: string) =>
  tx
    .selectFrom('second_factors')
    .selectAll()
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
