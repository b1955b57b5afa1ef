/**
 * What a person does about their own second factor: set it up, confirm it by a first code, take fresh recovery codes,
 * switch it off. The password is asked for again wherever an unlocked screen would be enough otherwise.
 */
import type { AuditType } from '../../src/contract/auditTypes.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Actor, SecondFactorService } from '../services.ts'
import type { FactorProofs } from './factorProofs.ts'
import { newSecret, stepOf, uriOf } from './oneTimeCodes.ts'
import { type AskPassword, faultAt } from './ownPassword.ts'
import { auditPeople } from './peopleAudit.ts'
import { newRecoveryCodes, recoveryHash } from './recoveryCodes.ts'
import { sealText, unsealText } from './sealed.ts'
import { recoveryKey, type Secrets, secondFactorKey } from './secrets.ts'

interface SecondFactorDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly secrets: Secrets
  readonly proofs: FactorProofs
  readonly ask: AskPassword
  readonly endOtherSessions: (actor: Actor) => Promise<number>
}

export function createSecondFactor(given: SecondFactorDependencies): SecondFactorService {
  const { database, clock, proofs, ask, endOtherSessions } = given
  const sealing = secondFactorKey(given.secrets.master)
  const recovery = recoveryKey(given.secrets.master)
  const now = () => clock().toISOString()

  const audit = (tx: Tx, actor: Actor, type: AuditType) =>
    auditPeople(tx, actor, { at: now(), type, entity: 'user', entityId: actor.userId, body: {} })

  const freshCodes = async (tx: Tx, userId: string): Promise<string[]> => {
    const codes = newRecoveryCodes()
    const key = await recovery
    const hashes = await Promise.all(codes.map((code) => recoveryHash(key, userId, code)))
    await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
    await tx
      .insertInto('recovery_codes')
      .values(hashes.map((hash) => ({ user_id: userId, hash, used_at: null })))
      .execute()
    return codes
  }

  /** @throws ApiError NOT_FOUND, VALIDATION_FAILED at `code`, RATE_LIMITED. */
  const spend = async (actor: Actor, code: string): Promise<void> => {
    const verdict = await proofs.spend(actor.userId, code)
    if (verdict === 'none') throw new ApiError('NOT_FOUND', 'You have no second factor.')
    if (verdict === 'wrong') throw faultAt('code', wrongCode)
  }

  return {
    state: (actor) =>
      database.identity(async (tx) => {
        const row = await tx
          .selectFrom('second_factors')
          .select('confirmed_at')
          .where('user_id', '=', actor.userId)
          .executeTakeFirst()
        const { left } = await tx
          .selectFrom('recovery_codes')
          .select((eb) => eb.fn.countAll<number>().as('left'))
          .where('user_id', '=', actor.userId)
          .where('used_at', 'is', null)
          .executeTakeFirstOrThrow()
        return { enabledAt: row?.confirmed_at ?? null, recoveryCodesLeft: left }
      }),

    begin: async (actor, { password, address }) => {
      await ask(actor, { password, address, path: 'password' })
      const secret = newSecret()
      const values = { secret: await sealText(await sealing, secret, actor.userId), last_step: 0 }
      await database.identity(async (tx) => {
        const begun = await tx
          .insertInto('second_factors')
          .values({ user_id: actor.userId, ...values, confirmed_at: null, tries: 0, tries_since: null })
          .onConflict((conflict) =>
            conflict.column('user_id').doUpdateSet(values).where('second_factors.confirmed_at', 'is', null),
          )
          .returning('user_id')
          .executeTakeFirst()
        if (!begun)
          throw new ApiError('ALREADY_EXISTS', 'Your second factor is on already: switch it off first.')
      })
      return { secret, uri: uriOf(secret, actor.email) }
    },

    confirm: async (actor, code) => {
      const codes = await database.identity(async (tx) => {
        const row = await tx
          .selectFrom('second_factors')
          .selectAll()
          .where('user_id', '=', actor.userId)
          .forUpdate()
          .executeTakeFirst()
        if (!row) throw new ApiError('NOT_FOUND', 'Begin with the secret: it was not set up yet.')
        if (row.confirmed_at !== null)
          throw new ApiError('ALREADY_EXISTS', 'Your second factor is on already: switch it off first.')
        const secret = await unsealText(await sealing, row.secret, actor.userId)
        const step = stepOf(secret, code.replaceAll(/\s/g, ''), clock())
        // Whoever sets it up has seen the secret: guessing gains nothing, so nothing is counted.
        if (step === null) throw faultAt('code', wrongCode)
        const at = now()
        await tx
          .updateTable('second_factors')
          .set({ confirmed_at: at, last_step: step })
          .where('user_id', '=', actor.userId)
          .execute()
        await tx.updateTable('sessions').set({ factor_at: at }).where('id', '=', actor.sessionId).execute()
        const fresh = await freshCodes(tx, actor.userId)
        await audit(tx, actor, 'user.second_factor_on')
        return fresh
      })
      await endOtherSessions(actor)
      return codes
    },

    renewCodes: async (actor, code) => {
      await spend(actor, code)
      return database.identity(async (tx) => {
        const fresh = await freshCodes(tx, actor.userId)
        await audit(tx, actor, 'user.recovery_codes_renewed')
        return fresh
      })
    },

    disable: async (actor, { password, code, address }) => {
      await ask(actor, { password, address, path: 'password' })
      await spend(actor, code)
      await database.identity(async (tx) => {
        await forgetSecondFactor(tx, actor.userId)
        await audit(tx, actor, 'user.second_factor_off')
      })
    },
  }
}

export const wrongCode = 'This code is not right, or it was used already: enter the one that is shown now.'

export async function forgetSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
  await tx.deleteFrom('second_factors').where('user_id', '=', userId).execute()
}
