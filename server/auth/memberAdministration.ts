/**
 * Who belongs to a company and in which role. Nobody changes their own membership, and administrators are locked while
 * one of them changes another, so that two who shut each other out at once leave one: a company always has somebody
 * who may.
 */
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { CompanyMember, MemberService } from '../services.ts'
import { auditPeople } from './peopleAudit.ts'

interface MemberDependencies {
  readonly database: Database
  readonly clock: () => Date
  /** Somebody's access in this company changed. */
  readonly changed: (companyId: string) => void
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function membersOf(tx: Tx, companyId: string) {
  return (
    tx
      .selectFrom('memberships')
      .innerJoin('users', 'users.id', 'memberships.user_id')
      .select([
        'memberships.user_id as id',
        'users.email',
        'users.display_name as displayName',
        'memberships.role',
        'memberships.is_active as isActive',
        'memberships.created_at as joinedAt',
      ])
      .where('memberships.company_id', '=', companyId)
      // Somebody whose account is shut for the whole installation is not this company's to let in.
      .where('users.is_active', '=', true)
  )
}

export function createMemberAdministration({ database, clock, changed }: MemberDependencies): MemberService {
  return {
    list: (actor) =>
      database.identity((tx) =>
        membersOf(tx, actor.companyId).orderBy('users.display_name').orderBy('users.id').execute(),
      ),
    update: async (actor, id, { role, isActive }) => {
      if (!uuid.test(id)) return null
      if (id.toLowerCase() === actor.userId) {
        throw new ApiError(
          'OWN_MEMBERSHIP',
          'Nobody changes their own role or shuts themselves out: ask another administrator.',
        )
      }
      const at = clock().toISOString()
      const row = await database.identity(async (tx): Promise<CompanyMember | null> => {
        const administrators = await tx
          .selectFrom('memberships')
          .select('user_id')
          .where('company_id', '=', actor.companyId)
          .where('role', '=', 'administrator')
          .where('is_active', '=', true)
          .orderBy('user_id')
          .forUpdate()
          .execute()
        if (!administrators.some((one) => one.user_id === actor.userId)) {
          throw new ApiError('PERMISSION_DENIED', 'Somebody has just taken this role from you.', {
            permission: 'manage_members',
          })
        }
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
        if (!after.isActive) {
          await tx
            .updateTable('sessions')
            .set({ ended_at: at, ended_because: 'revoked' })
            .where('company_id', '=', actor.companyId)
            .where('user_id', '=', before.id)
            .where('ended_at', 'is', null)
            .execute()
        }
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
  }
}
