/**
 * What a signed-in person does about their own sign-in: where they are signed in, ending that elsewhere, another
 * password. Whatever takes a session away is told to `changed`, so that it bites at the next request everywhere.
 */
import type { Database, Tx } from '../database/database.ts'
import type { AccountService, Actor } from '../services.ts'
import { endSessions } from './endSessions.ts'
import { type AskPassword, faultAt } from './ownPassword.ts'
import { passwordFault } from './passwordRules.ts'
import type { PasswordHasher } from './passwords.ts'
import { auditPeople } from './peopleAudit.ts'
import type { SessionLimits } from './sessionLimits.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export interface AccountDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly passwords: PasswordHasher
  readonly ask: AskPassword
  readonly limits: SessionLimits
  /** Somebody's access in this company changed. */
  readonly changed: (companyId: string) => void
}

export function createAccount({
  database,
  clock,
  passwords,
  ask,
  limits,
  changed,
}: AccountDependencies): AccountService {
  const now = () => clock().toISOString()

  /** With why, in one transaction. @returns how many of them were not past their time. */
  const end = async (
    actor: Actor,
    which: { readonly only: string } | { readonly but: string },
    why?: (tx: Tx) => Promise<void>,
  ): Promise<number> => {
    const at = now()
    const ended = await database.identity(async (tx) => {
      await why?.(tx)
      const all = await endSessions(tx, { userId: actor.userId, ...which }, at)
      const rows = all.filter(({ expires_at }) => expires_at > at)
      if (rows.length > 0) {
        await auditPeople(tx, actor, {
          at,
          type: 'session.revoke',
          entity: 'user',
          entityId: actor.userId,
          body: { sessions: rows.map(({ id }) => id) },
        })
      }
      return rows
    })
    for (const companyId of new Set(ended.map((row) => row.company_id))) changed(companyId)
    return ended.length
  }

  return {
    sessions: async (actor) => {
      const at = clock()
      const rows = await database.identity((tx) =>
        tx
          .selectFrom('sessions')
          .select(['id', 'device', 'address', 'signed_in_at', 'rotated_at', 'expires_at'])
          .where('user_id', '=', actor.userId)
          .where('company_id', '=', actor.companyId)
          .where('ended_at', 'is', null)
          .where('expires_at', '>', at.toISOString())
          .where('rotated_at', '>', new Date(at.getTime() - limits.idle).toISOString())
          .orderBy('rotated_at', 'desc')
          .orderBy('id')
          .execute(),
      )
      return rows
        .map((row) => ({
          id: row.id,
          device: row.device,
          address: row.address,
          signedInAt: row.signed_in_at,
          lastUsedAt: row.rotated_at,
          expiresAt: new Date(
            Math.min(Date.parse(row.expires_at), Date.parse(row.rotated_at) + limits.idle),
          ).toISOString(),
          current: row.id === actor.sessionId,
        }))
        .sort((a, b) => Number(b.current) - Number(a.current))
    },
    endSession: async (actor, id) => uuid.test(id) && (await end(actor, { only: id })) > 0,
    endOtherSessions: (actor) => end(actor, { but: actor.sessionId }),
    changePassword: async (actor, { current, next, address }) => {
      await ask(actor, { password: current, address, path: 'current_password' })
      const wrong = current === next ? 'This is your present password.' : passwordFault(next, actor.email)
      if (wrong !== null) throw faultAt('new_password', wrong)
      const hash = await passwords.hash(next)
      await end(actor, { but: actor.sessionId }, async (tx) => {
        await tx.updateTable('users').set({ password_hash: hash }).where('id', '=', actor.userId).execute()
        await auditPeople(tx, actor, {
          at: now(),
          type: 'user.password_change',
          entity: 'user',
          entityId: actor.userId,
          body: {},
        })
      })
    },
  }
}
