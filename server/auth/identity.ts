/**
 * Who is asking. Access tokens say who; every request reads role, membership and session afresh (at most
 * `actorAge` old), so that signing out, ending a session or changing a role bites at once. A refresh token that comes
 * back after its successor was used ends the whole session: one of the two who have it is a thief.
 */
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Postbox } from '../mail/postbox.ts'
import { accessOf, policyIn, standingOf } from '../masking/mask.ts'
import { insertAudit } from '../repositories/audit.ts'
import type { Actor, IdentityService, SignedIn } from '../services.ts'
import { type AccessClaims, accessTokenSeconds, accessTokens } from './accessTokens.ts'
import type { FactorProofs } from './factorProofs.ts'
import { createJoining } from './joining.ts'
import { createKeptBriefly } from './keptBriefly.ts'
import {
  liveSessions,
  type Member,
  memberByEmail,
  memberOf,
  memberOfSession,
  membersOfUser,
} from './members.ts'
import { tellOfNewDevice } from './newDevice.ts'
import { auditPeople } from './peopleAudit.ts'
import { refreshTokens } from './refreshTokens.ts'
import { wrongCode } from './secondFactor.ts'
import { rotationKey, type Secrets, signingKeys } from './secrets.ts'
import type { SessionLimits } from './sessionLimits.ts'
import type { SignInThrottle } from './signInThrottle.ts'

/** Milliseconds. A reply may be lost on its way: the token before, again within `grace`, gets the same successor. */
const grace = 10_000
const actorAge = 2_000

export interface IdentityDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly newId: () => string
  readonly secrets: Secrets
  readonly limits: SessionLimits
  readonly proofs: FactorProofs
  readonly throttle: SignInThrottle
  readonly postbox: Postbox
}

export interface Identity extends IdentityService {
  /** The present standing of each of these sessions that may still be used; those absent have to leave. */
  alive(sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** When an access token of ours ends, in milliseconds since 1970; null for anything else. */
  expiryOf(accessToken: string): Promise<number | null>
  /** Somebody's access in this company changed: nothing of it is known by heart any more. */
  forget(companyId: string): void
}

export function createIdentity(given: IdentityDependencies): Identity {
  const { database, clock, newId, secrets, limits, proofs, throttle, postbox } = given
  const { idle, absolute } = limits
  const access = accessTokens(signingKeys(secrets.master))
  const refreshing = refreshTokens(rotationKey(secrets.master))
  const { passwords } = secrets
  const actors = createKeptBriefly<Actor>(actorAge)
  /** By person; whoever joins or leaves a company changes one of them. */
  const companies = createKeptBriefly<Awaited<ReturnType<Identity['companies']>>>(actorAge)
  let decoy: Promise<string> | undefined

  const signedIn = async (
    actor: Actor,
    refreshToken: string,
    sessionEnds: number,
    now: Date,
  ): Promise<SignedIn> => ({
    accessToken: await access.issue(actor, now, newId()),
    expiresIn: accessTokenSeconds,
    refreshToken,
    refreshExpiresIn: Math.max(
      1,
      Math.floor((Math.min(sessionEnds, now.getTime() + idle) - now.getTime()) / 1_000),
    ),
    actor,
  })

  /** @throws ApiError SECOND_FACTOR_REQUIRED, INVALID_CODE, RATE_LIMITED. */
  const secondFactorOf = async (userId: string, code: string | undefined) => {
    if (code === undefined) {
      if (!(await proofs.has(userId))) return 'none'
      throw new ApiError('SECOND_FACTOR_REQUIRED', 'Enter the code of your second factor.')
    }
    const proof = await proofs.spend(userId, code)
    if (proof === 'wrong') throw new ApiError('INVALID_CODE', wrongCode)
    return proof
  }

  const proveFactor = async (userId: string, code: string | undefined) =>
    (await secondFactorOf(userId, code)) !== 'none'
  const joining = createJoining({ database, clock, newId, passwords, throttle, proveFactor })

  const holderOf = ({ sessionId, userId, companyId }: AccessClaims, now: Date): Promise<Actor | null> =>
    actors.of(sessionId, now.getTime(), async () => {
      const member = await database.identity((tx) => memberOfSession(tx, sessionId, iso(now)))
      return member && member.user_id === userId && member.company_id === companyId
        ? actorOf(member, sessionId, member.factor_at)
        : null
    })

  /** A new session of a member, and in its transaction `along`. */
  const begin = async (
    member: Member,
    given: {
      readonly device: string
      readonly address: string
      /** Whether a second factor was proven now. */
      readonly proven: boolean
      /** Of the session that this one goes on from. */
      readonly expires?: string
      readonly factorAt?: string | null
    },
    along?: (tx: Tx, actor: Actor) => Promise<void>,
  ): Promise<SignedIn> => {
    const now = clock()
    const sessionId = newId()
    const actor = actorOf(member, sessionId)
    const refreshToken = refreshing.first(sessionId)
    const expires = given.expires ?? iso(new Date(now.getTime() + absolute))
    const device = given.device.slice(0, 300)
    const address = given.address.slice(0, 100)
    let told = false
    await database.identity(async (tx) => {
      await tx
        .deleteFrom('sessions')
        .where('user_id', '=', member.user_id)
        .where('expires_at', '<', iso(now))
        .execute()
      await tx
        .insertInto('sessions')
        .values({
          company_id: member.company_id,
          id: sessionId,
          user_id: member.user_id,
          current_hash: await refreshing.hash(refreshToken),
          previous_hash: null,
          rotated_at: iso(now),
          signed_in_at: iso(now),
          expires_at: expires,
          ended_at: null,
          ended_because: null,
          device,
          address,
          factor_at: given.proven ? iso(now) : (given.factorAt ?? null),
        })
        .execute()
      const begun = { id: sessionId, device, address, at: iso(now), remembered: absolute }
      if (await tellOfNewDevice(tx, member, begun, postbox)) told = true
      await along?.(tx, actor)
    })
    if (told) postbox.wake(member.company_id)
    return signedIn(actor, refreshToken, Date.parse(expires), now)
  }

  return {
    signIn: async ({ email, password, code, address, device = '' }) => {
      const now = clock()
      const attempt = await throttle.enter(email, address, now)
      const member = await database.identity((tx) => memberByEmail(tx, email))
      // An unknown address costs as much time as a wrong password, so that nobody learns who has an account.
      decoy ??= passwords.hash(newId())
      const right = await passwords.verify(member?.password_hash ?? (await decoy), password)
      if (!member || !right) {
        throw new ApiError('INVALID_CREDENTIALS', 'E-mail address or password is not right.')
      }
      await attempt.succeeded()
      const proof = await secondFactorOf(member.user_id, code)
      return begin(member, { address, device, proven: proof !== 'none' }, async (tx, actor) => {
        if (proof !== 'right by recovery code') return
        await auditPeople(tx, actor, {
          at: iso(now),
          type: 'user.recovery_code_used',
          entity: 'user',
          entityId: member.user_id,
          body: {},
        })
      })
    },

    invitation: joining.read,

    join: async (asked) => {
      const { companyId, userId, proven } = await joining.join(asked)
      companies.forget(userId)
      const member = await database.identity((tx) => memberOf(tx, companyId, userId))
      if (!member) throw ended()
      return begin(member, { address: asked.address, device: asked.device ?? '', proven })
    },

    companies: async ({ userId }) =>
      (await companies.of(userId, clock().getTime(), async () => {
        const rows = await database.identity((tx) => membersOfUser(tx, userId))
        return rows.map((row) => ({ id: row.company_id, name: row.company_name, role: row.role }))
      })) ?? [],

    switchCompany: async (actor, companyId) => {
      const now = clock()
      const rows = await database.identity((tx) => membersOfUser(tx, actor.userId))
      const member = rows.find((row) => row.company_id === companyId)
      if (!member) return null
      const left = await database.identity((tx) =>
        tx
          .updateTable('sessions')
          .set({ ended_at: iso(now), ended_because: 'signed_out' })
          .where('id', '=', actor.sessionId)
          .where('ended_at', 'is', null)
          .returning(['device', 'address', 'expires_at', 'factor_at'])
          .executeTakeFirst(),
      )
      if (!left) throw ended()
      actors.forget(actor.sessionId)
      const { device, address, expires_at: expires, factor_at: factorAt } = left
      return begin(member, { device, address, proven: false, expires, factorAt })
    },

    refresh: async (token) => {
      const sessionId = refreshing.sessionOf(token)
      if (!sessionId) throw ended()
      const now = clock()
      const presented = await refreshing.hash(token)
      const successor = await refreshing.successor(token)
      const successorHash = await refreshing.hash(successor)
      const verdict = await database.identity(async (tx) => {
        const session = await tx
          .selectFrom('sessions')
          .selectAll()
          .where('id', '=', sessionId)
          .forUpdate()
          .executeTakeFirst()
        if (!session || session.ended_at !== null) return null
        const rotatedAt = Date.parse(session.rotated_at)
        if (Date.parse(session.expires_at) <= now.getTime() || rotatedAt + idle <= now.getTime()) return null
        const member = await memberOf(tx, session.company_id, session.user_id)
        if (!member) return null
        const held = { member, expires: Date.parse(session.expires_at) }
        if (presented === session.current_hash) {
          await tx
            .updateTable('sessions')
            .set({ previous_hash: presented, current_hash: successorHash, rotated_at: iso(now) })
            .where('id', '=', sessionId)
            .execute()
          return held
        }
        // However the clock was set meanwhile.
        const replayed = presented === session.previous_hash && Math.abs(now.getTime() - rotatedAt) <= grace
        if (replayed) return held
        await tx
          .updateTable('sessions')
          .set({ ended_at: iso(now), ended_because: 'reuse' })
          .where('id', '=', sessionId)
          .execute()
        await insertAudit(tx, session.company_id, {
          at: iso(now),
          userId: session.user_id,
          sessionId,
          type: 'session.reuse_detected',
          entity: 'session',
          entityId: sessionId,
          revision: null,
          body: {},
        })
        return null
      })
      if (!verdict) {
        actors.forget(sessionId)
        throw ended()
      }
      return signedIn(actorOf(verdict.member, sessionId), successor, verdict.expires, now)
    },

    signOut: async (token) => {
      const sessionId = refreshing.sessionOf(token)
      if (!sessionId) return
      const hash = await refreshing.hash(token)
      actors.forget(sessionId)
      await database.identity((tx) =>
        tx
          .updateTable('sessions')
          .set({ ended_at: iso(clock()), ended_because: 'signed_out' })
          .where('id', '=', sessionId)
          .where('ended_at', 'is', null)
          .where((where) => where.or([where('current_hash', '=', hash), where('previous_hash', '=', hash)]))
          .execute(),
      )
      actors.forget(sessionId)
    },

    authenticate: (accessToken) => {
      const now = clock()
      const known = access.known(accessToken, now)
      if (known) return holderOf(known, now)
      return access.read(accessToken, now).then((claims) => claims && holderOf(claims, now))
    },

    alive: async (sessionIds) => {
      if (sessionIds.length === 0) return new Map()
      const rows = await database.identity((tx) =>
        liveSessions(tx, iso(clock())).select('sessions.id').where('sessions.id', 'in', sessionIds).execute(),
      )
      return new Map(
        rows.map((row) => [row.id, standingOf(row.role, accessOf(row.role, policyIn(row)).mask)]),
      )
    },

    forget: (companyId) => {
      actors.forgetWhere((actor) => actor.companyId === companyId)
      companies.forget()
    },

    expiryOf: async (accessToken) => {
      const claims = await access.read(accessToken, clock())
      return claims ? claims.expiresAt * 1_000 : null
    },
  }
}

const iso = (moment: Date): string => moment.toISOString()

const ended = (): ApiError => new ApiError('SESSION_ENDED', 'This session has ended: sign in again.')

function actorOf(member: Member, sessionId: string, factorAt: string | null = null): Actor {
  return {
    userId: member.user_id,
    companyId: member.company_id,
    companyName: member.company_name,
    email: member.email,
    displayName: member.display_name,
    role: member.role,
    ...accessOf(member.role, policyIn(member)),
    sessionId,
    ...(factorAt !== null && { factorAt }),
  }
}
