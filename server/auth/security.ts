/**
 * Critical changes and the second factor: where a company asks for it, whoever makes one has proven theirs within the
 * last ten minutes, in this very session. A stolen access token alone publishes nothing there.
 */
import { proofSeconds } from '../../src/contract/security.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { changePolicy } from '../repositories/companyPolicy.ts'
import type { Journal } from '../repositories/journal.ts'
import { scopeOf } from '../repositories/scope.ts'
import type { Actor, SecurityService, StoredSecurityPolicy } from '../services.ts'
import type { FactorProofs } from './factorProofs.ts'
import { faultAt } from './ownPassword.ts'
import { wrongCode } from './secondFactor.ts'

interface SecurityDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly journal: Journal
  readonly proofs: FactorProofs
  /** Somebody's access in this company changed. */
  readonly changed: (companyId: string) => void
}

/** Milliseconds: as long as roles and permissions are believed (identity.ts). */
const policyAge = 2_000

interface Security extends SecurityService {
  /** What this company asks for may have changed. */
  forget(companyId: string): void
}

export function createSecurity(given: SecurityDependencies): Security {
  const { database, clock, journal, proofs, changed } = given
  const policy = (actor: Actor) => database.company(scopeOf(actor), storedPolicy)
  const known = new Map<string, { readonly asks: boolean; readonly readAt: number }>()
  let forgotten = 0
  const asksForProof = async (actor: Actor) => {
    const now = clock().getTime()
    const had = known.get(actor.companyId)
    if (had && now >= had.readAt && now - had.readAt < policyAge) return had.asks
    const before = forgotten
    const { fresh_second_factor: asks } = await policy(actor)
    if (known.size >= 10_000) known.clear()
    if (forgotten === before) known.set(actor.companyId, { asks, readAt: now })
    return asks
  }

  return {
    policy,
    forget: (companyId) => {
      known.delete(companyId)
      forgotten += 1
    },
    savePolicy: async (actor, { fresh_second_factor }, expected) => {
      const saved = await database.company(scopeOf(actor), (tx) =>
        changePolicy(tx, journal, actor, {
          of: 'security',
          next: { fresh_second_factor },
          expected,
          read: storedPolicy,
          put: (stored) =>
            tx
              .insertInto('security_policies')
              .values({ company_id: actor.companyId, ...stored })
              .onConflict((conflict) => conflict.column('company_id').doUpdateSet(stored))
              .execute(),
        }),
      )
      changed(actor.companyId)
      return saved
    },

    prove: async (actor, code) => {
      const verdict = await proofs.spend(actor.userId, code)
      if (verdict === 'none') throw new ApiError('NOT_FOUND', 'You have no second factor.')
      if (verdict === 'wrong') throw faultAt('code', wrongCode)
      const factor_at = clock().toISOString()
      await database.identity((tx) =>
        tx.updateTable('sessions').set({ factor_at }).where('id', '=', actor.sessionId).execute(),
      )
      changed(actor.companyId)
    },

    refuseUnproven: async (actor) => {
      const provenAt = actor.factorAt ? Date.parse(actor.factorAt) : Number.NEGATIVE_INFINITY
      // However the clock was set meanwhile.
      if (Math.abs(clock().getTime() - provenAt) <= proofSeconds * 1_000) return
      if (!(await asksForProof(actor))) return
      const has = await proofs.has(actor.userId)
      throw new ApiError(
        'STEP_UP_REQUIRED',
        has
          ? 'Your company asks for your second factor before this change: enter a code, then try again.'
          : 'Your company asks for a second factor before this change: set one up in your account, then try again.',
        { max_age: proofSeconds, methods: has ? ['totp', 'recovery_code'] : [] },
        {
          'WWW-Authenticate': `Bearer error="insufficient_user_authentication", error_description="A second factor proven within ${proofSeconds} seconds is needed", max_age="${proofSeconds}"`,
        },
      )
    },
  }
}

async function storedPolicy(tx: Tx): Promise<StoredSecurityPolicy> {
  const row = await tx
    .selectFrom('security_policies')
    .select(['fresh_second_factor', 'revision'])
    .executeTakeFirst()
  return row ?? { fresh_second_factor: false, revision: 0 }
}
