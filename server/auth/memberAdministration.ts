/**
 * Who belongs to a company and in which role. Nobody changes their own membership, and administrators are locked while
 * one of them changes another, so that two who shut each other out at once leave one: a company always has somebody
 * who may.
 */
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Postbox } from '../mail/postbox.ts'
import type { Actor, CompanyMember, MemberService } from '../services.ts'
import { endSessions } from './endSessions.ts'
import { membersOfUser } from './members.ts'
import { auditPeople } from './peopleAudit.ts'
import { resetFactor } from './resetFactor.ts'

interface MemberDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly postbox: Postbox
  /** Somebody's access in this company changed. */
  readonly changed: (companyId: string) => void
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function membersOf(tx: Tx, companyId: string) {
  return (
    tx
      .selectFrom('memberships')
      .innerJoin('users', 'users.id', 'memberships.user_id')
      .leftJoin('second_factors', 'second_factors.user_id', 'memberships.user_id')
      .select([
        'memberships.user_id as id',
        'users.email',
        'users.display_name as displayName',
        'memberships.role',
        'memberships.is_active as isActive',
        'memberships.created_at as joinedAt',
      ])
      .select((eb) => [
        eb('users.address_proven_at', 'is not', null).$castTo<boolean>().as('addressProven'),
        eb('second_factors.confirmed_at', 'is not', null).$castTo<boolean>().as('secondFactor'),
      ])
      .where('memberships.company_id', '=', companyId)
      .where('memberships.erased_at', 'is', null)
      // Somebody whose account is shut for the whole installation is not this company's to let in.
      .where('users.is_active', '=', true)
  )
}

/** Nobody does this to themselves. @throws ApiError OWN_MEMBERSHIP. */
function refuseOneself(actor: Actor, id: string, message: string): void {
  if (id.toLowerCase() === actor.userId) throw new ApiError('OWN_MEMBERSHIP', message)
}

/** Held until the transaction ends. @throws ApiError PERMISSION_DENIED for who is no administrator any more. */
async function holdAdministrators(tx: Tx, actor: Actor): Promise<void> {
  const administrators = await tx
    .selectFrom('memberships')
    .select('user_id')
    .where('company_id', '=', actor.companyId)
    .where('role', '=', 'administrator')
    .where('is_active', '=', true)
    .orderBy('user_id')
    .forUpdate()
    .execute()
  if (administrators.some((one) => one.user_id === actor.userId)) return
  throw new ApiError('PERMISSION_DENIED', 'Somebody has just taken this role from you.', {
    permission: 'manage_members',
  })
}

export function createMemberAdministration(given: MemberDependencies): MemberService {
  const { database, clock, postbox, changed } = given
  return {
    list: (actor) =>
      database.identity((tx) =>
        membersOf(tx, actor.companyId).orderBy('users.display_name').orderBy('users.id').execute(),
      ),
    update: async (actor, id, { role, isActive }) => {
      if (!uuid.test(id)) return null
      refuseOneself(
        actor,
        id,
        'Nobody changes their own role or shuts themselves out: ask another administrator.',
      )
      const at = clock().toISOString()
      const row = await database.identity(async (tx): Promise<CompanyMember | null> => {
        await holdAdministrators(tx, actor)
        const before = await membersOf(tx, actor.companyId).where('users.id', '=', id).executeTakeFirst()
        if (!before) return null
        const after = { ...before, role: role ?? before.role, isActive: isActive ?? before.isActive }
        if (after.role === before.role && after.isActive === before.isActive) return before
        await tx
          .updateTable('memberships')
          .set({ role: after.role, is_active: after.isActive })
          .where('company_id', '=', actor.companyId)
          .where('user_id', '=', before.id)
          .execute()
        if (!after.isActive) await endSessions(tx, { userId: before.id, companyId: actor.companyId }, at)
        await auditPeople(tx, actor, {
          at,
          type: 'member.update',
          entity: 'member',
          entityId: before.id,
          body: {
            before: { role: before.role, is_active: before.isActive },
            after: { role: after.role, is_active: after.isActive },
          },
        })
        return after
      })
      if (row) changed(actor.companyId)
      return row
    },
    resetSecondFactor: async (actor, id) => {
      if (!uuid.test(id)) return false
      refuseOneself(
        actor,
        id,
        'Nobody resets their own second factor: switch it off in your account, or ask another administrator.',
      )
      const at = clock().toISOString()
      const { companyId, companyName, displayName } = actor
      const done = await database.identity(async (tx) => {
        await holdAdministrators(tx, actor)
        const member = await membersOf(tx, companyId).where('users.id', '=', id).executeTakeFirst()
        if (!member) return false
        const { email, displayName: name } = member
        const elsewhere = (await membersOfUser(tx, member.id)).some((row) => row.company_id !== companyId)
        // Another company relies on it as well.
        if (elsewhere && member.secondFactor)
          throw new ApiError(
            'PERMISSION_DENIED',
            'This account is not this company’s alone: whoever runs the installation resets its second factor.',
          )
        const company = { id: companyId, name: companyName }
        const was = await resetFactor(
          tx,
          { id: member.id, email, name },
          { at, by: displayName, company, postbox },
        )
        if (was)
          await auditPeople(tx, actor, {
            at,
            type: 'member.second_factor_reset',
            entity: 'member',
            entityId: member.id,
            body: {},
          })
        return was
      })
      if (done) {
        changed(companyId)
        postbox.wake(companyId)
      }
      return done
    },
  }
}
