/**
 * Coming into a company by an invitation: with a new account, or with the one that the address has. Whoever has the
 * link decides nothing but name and password: company, address and role are the invitation's.
 */
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { insertAudit } from '../repositories/audit.ts'
import type { InvitationRead, JoinGiven } from '../services.ts'
import { openInvitation } from './invitations.ts'
import { faultAt } from './ownPassword.ts'
import { passwordFault } from './passwordRules.ts'
import type { PasswordHasher } from './passwords.ts'
import type { SignInThrottle } from './signInThrottle.ts'

export interface JoiningDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly newId: () => string
  readonly passwords: PasswordHasher
  readonly throttle: SignInThrottle
  /** @throws ApiError SECOND_FACTOR_REQUIRED, INVALID_CODE, RATE_LIMITED. */
  readonly proveFactor: (userId: string, code: string | undefined) => Promise<boolean>
}

export interface Joined {
  readonly companyId: string
  readonly userId: string
  readonly proven: boolean
}

export function createJoining(given: JoiningDependencies) {
  const { database, clock, newId, passwords, throttle, proveFactor } = given
  const now = () => clock().toISOString()

  const newAccount = async (email: string, { displayName, password }: JoinGiven) => {
    if (!displayName) throw faultAt('display_name', 'Enter your name.')
    const fault = passwordFault(password, email)
    if (fault !== null) throw faultAt('password', fault)
    return { id: newId(), display_name: displayName, password_hash: await passwords.hash(password) }
  }
  const provenAccount = async (account: Account, email: string, { password, code, address }: JoinGiven) => {
    const attempt = await throttle.enter(email, address, clock())
    if (!account.is_active || !(await passwords.verify(account.password_hash, password)))
      throw new ApiError('INVALID_CREDENTIALS', 'E-mail address or password is not right.')
    await attempt.succeeded()
    return proveFactor(account.id, code)
  }

  return {
    read: (token: string): Promise<InvitationRead> =>
      database.identity(async (tx) => {
        const row = await openInvitation(tx, token, now())
        return {
          company: row.company_name,
          email: row.email,
          role: row.role,
          invitedBy: row.invited_by_name,
          expiresAt: row.expires_at,
          hasAccount: (await accountOf(tx, row.email)) !== undefined,
        }
      }),

    join: async (asked: JoinGiven): Promise<Joined> => {
      const { email, account } = await database.identity(async (tx) => {
        const row = await openInvitation(tx, asked.token, now())
        return { email: row.email, account: await accountOf(tx, row.email) }
      })
      const proven = account ? await provenAccount(account, email, asked) : false
      const fresh = account ? null : await newAccount(email, asked)
      const at = now()
      return database.identity(async (tx) => {
        const row = await openInvitation(tx, asked.token, at)
        // Whoever deletes the row first comes in by it; another who brings the same link finds it gone.
        const { numDeletedRows } = await tx
          .deleteFrom('invitations')
          .where('company_id', '=', row.company_id)
          .where('id', '=', row.id)
          .where('token_hash', '=', row.token_hash)
          .executeTakeFirst()
        if (numDeletedRows === 0n)
          throw new ApiError('INVITATION_OVER', 'This invitation was accepted already: ask for a new link.')
        const userId = account?.id ?? fresh?.id ?? ''
        if (fresh)
          await tx
            .insertInto('users')
            .values({ ...fresh, email, is_active: true, created_at: at })
            .execute()
        if (row.mailed) await proveAddress(tx, userId, at)
        const member = { role: row.role, is_active: true, created_at: at }
        await tx
          .insertInto('memberships')
          .values({ company_id: row.company_id, user_id: userId, ...member })
          // Somebody who was erased here is as new.
          .onConflict((conflict) =>
            conflict
              .columns(['company_id', 'user_id'])
              .doUpdateSet({ ...member, erased_at: null })
              .where('memberships.erased_at', 'is not', null),
          )
          .execute()
        await insertAudit(tx, row.company_id, {
          at,
          userId,
          sessionId: null,
          type: 'invitation.accepted',
          entity: 'invitation',
          entityId: row.id,
          revision: null,
          body: { member: userId, role: row.role, address_proven: row.mailed },
        })
        return { companyId: row.company_id, userId, proven }
      })
    },
  }
}

/** Whoever has a link that was mailed alone reads what comes to this address. */
export const proveAddress = (tx: Tx, userId: string, at: string) =>
  tx.updateTable('users').set({ address_proven_at: at }).where('id', '=', userId).execute()

interface Account {
  readonly id: string
  readonly password_hash: string
  readonly is_active: boolean
}

const accountOf = (tx: Tx, email: string): Promise<Account | undefined> =>
  tx
    .selectFrom('users')
    .select(['id', 'password_hash', 'is_active'])
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
