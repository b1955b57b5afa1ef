/** Asks somebody who is signed in for their password once more, before what an unlocked screen alone must not do. */
import { ApiError } from '../apiError.ts'
import type { Database } from '../database/database.ts'
import type { Actor } from '../services.ts'
import type { PasswordHasher } from './passwords.ts'
import type { SignInThrottle } from './signInThrottle.ts'

export interface OwnPassword {
  readonly password: string
  readonly address: string
  /** Where it stands in what was sent. */
  readonly path: string
}

/** @throws ApiError VALIDATION_FAILED at `path`, RATE_LIMITED after five wrong tries a minute. */
export type AskPassword = (actor: Actor, given: OwnPassword) => Promise<void>

export function askPassword(given: {
  readonly database: Database
  readonly clock: () => Date
  readonly passwords: PasswordHasher
  readonly throttle: SignInThrottle
}): AskPassword {
  const { database, clock, passwords, throttle } = given
  return async (actor, { password, address, path }) => {
    const attempt = await throttle.enter(actor.email, address, clock())
    const row = await database.identity((tx) =>
      tx.selectFrom('users').select('password_hash').where('id', '=', actor.userId).executeTakeFirst(),
    )
    if (!row || !(await passwords.verify(row.password_hash, password))) {
      throw faultAt(path, 'This is not your present password.')
    }
    await attempt.succeeded()
  }
}

export const faultAt = (path: string, message: string): ApiError =>
  new ApiError('VALIDATION_FAILED', message, { in: 'body', issues: [{ path, message }] })
