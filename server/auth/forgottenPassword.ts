/**
 * Another password for who has forgotten theirs, by a link that only their mailbox gets: once, for an hour. Whoever
 * asks learns nothing of who has an account, from the answer as little as from how long it takes. The second factor
 * stays: it is asked for at the next sign-in.
 */
import type { MailLanguage } from '../../src/contract/mailLanguage.ts'
import { ApiError } from '../apiError.ts'
import type { Database } from '../database/database.ts'
import { peopleWords } from '../mail/peopleWords.ts'
import { languageOf, type Postbox } from '../mail/postbox.ts'
import { insertAudit } from '../repositories/audit.ts'
import type { ForgottenPasswordService } from '../services.ts'
import { sha256, toBase64url } from './bytes.ts'
import { endSessions } from './endSessions.ts'
import { proveAddress } from './joining.ts'
import { memberByEmail, membersOfUser } from './members.ts'
import { faultAt } from './ownPassword.ts'
import { passwordFault } from './passwordRules.ts'
import type { PasswordHasher } from './passwords.ts'
import type { SignInThrottle } from './signInThrottle.ts'

interface ForgottenPasswordDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly passwords: PasswordHasher
  readonly throttle: SignInThrottle
  readonly postbox: Postbox
  /** Somebody's access in this company changed. */
  readonly changed: (companyId: string) => void
  readonly report: (error: unknown, where: string) => void
}

const lifetime = 3_600_000
/** Between two mails to the same person, whoever asks for them and from wherever. */
const pause = 2 * 60_000
const day = 24 * 3_600_000

export function createForgottenPassword(given: ForgottenPasswordDependencies): ForgottenPasswordService {
  const { database, clock, passwords, throttle, postbox, changed, report } = given

  const send = async (email: string, language: MailLanguage): Promise<void> => {
    const now = clock()
    const at = now.toISOString()
    const token = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
    const values = {
      token_hash: await sha256(token),
      requested_at: at,
      expires_at: new Date(now.getTime() + lifetime).toISOString(),
    }
    const companyId = await database.identity(async (tx) => {
      const member = await memberByEmail(tx, email)
      if (!member) return null
      const made = await tx
        .insertInto('password_resets')
        .values({ user_id: member.user_id, ...values })
        .onConflict((conflict) =>
          conflict
            .column('user_id')
            .doUpdateSet(values)
            .where('password_resets.requested_at', '<=', new Date(now.getTime() - pause).toISOString()),
        )
        .returning('user_id')
        .executeTakeFirst()
      if (!made) return null
      const link = postbox.addressOf(`/new-password#${token}`)
      await postbox.put(tx, {
        companyId: member.company_id,
        userId: member.user_id,
        to: member.email,
        kind: 'forgotten_password',
        at,
        written: peopleWords[language].forgottenPassword({ name: member.display_name, link }),
        keptTrying: lifetime,
      })
      return member.company_id
    })
    if (companyId !== null) postbox.wake(companyId)
  }

  return {
    offered: postbox.way !== 'none',

    request: async ({ email, address, language }) => {
      if (postbox.way === 'none')
        throw new ApiError('NOT_FOUND', 'No mail leaves this installation: ask your administrator for help.')
      await throttle.enter(`forgotten ${email}`, address, clock())
      return { done: send(email, language).catch((error: unknown) => report(error, 'forgotten password')) }
    },

    reset: async ({ token, password }) => {
      const token_hash = await sha256(token)
      const at = clock().toISOString()
      const person = await database.identity((tx) =>
        tx
          .selectFrom('password_resets')
          .innerJoin('users', 'users.id', 'password_resets.user_id')
          .select(['users.id', 'users.email', 'users.display_name'])
          .where('token_hash', '=', token_hash)
          .where('expires_at', '>', at)
          .where('users.is_active', '=', true)
          .executeTakeFirst(),
      )
      if (!person) throw over()
      const fault = passwordFault(password, person.email)
      if (fault !== null) throw faultAt('password', fault)
      const password_hash = await passwords.hash(password)
      const companies = await database.identity(async (tx) => {
        // Whoever takes the row first changes it; another who brings the same link finds it gone.
        const { numDeletedRows } = await tx
          .deleteFrom('password_resets')
          .where('user_id', '=', person.id)
          .where('token_hash', '=', token_hash)
          .executeTakeFirst()
        if (numDeletedRows === 0n) throw over()
        await tx.updateTable('users').set({ password_hash }).where('id', '=', person.id).execute()
        await proveAddress(tx, person.id, at)
        await endSessions(tx, { userId: person.id }, at)
        const members = await membersOfUser(tx, person.id)
        const [home] = members
        if (home)
          await postbox.put(tx, {
            companyId: home.company_id,
            userId: person.id,
            to: person.email,
            kind: 'password_changed',
            at,
            written: peopleWords[await languageOf(tx, home.company_id, person.id)].passwordChanged({
              name: person.display_name,
            }),
            keptTrying: day,
          })
        // In one order, as everybody who takes numbers of several companies.
        const ids = members.map(({ company_id }) => company_id).sort()
        for (const companyId of ids) {
          await insertAudit(tx, companyId, {
            at,
            userId: person.id,
            sessionId: null,
            type: 'user.password_reset',
            entity: 'user',
            entityId: person.id,
            revision: null,
            body: {},
          })
        }
        return ids
      })
      for (const companyId of companies) {
        changed(companyId)
        postbox.wake(companyId)
      }
    },
  }
}

const over = (): ApiError =>
  new ApiError('LINK_OVER', 'This link is over or was used already: ask for another one.')
