/** Who may come in: members of companies and their sessions, read as the role that sees nothing else. */
import type { Role } from '../../src/contract/roles.ts'
import type { Tx } from '../database/database.ts'
import type { MaskingRow } from '../masking/mask.ts'

export interface Member extends MaskingRow {
  readonly company_id: string
  readonly company_name: string
  readonly user_id: string
  readonly email: string
  readonly display_name: string
  readonly role: Role
}

function members(tx: Tx) {
  return tx
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .innerJoin('companies', 'companies.company_id', 'memberships.company_id')
    .leftJoin('masking_policies', 'masking_policies.company_id', 'memberships.company_id')
    .select([
      'memberships.company_id',
      'companies.company_name',
      'memberships.user_id',
      'users.email',
      'users.display_name',
      'memberships.role',
      'masking_policies.fields as masked_fields',
      'masking_policies.sees',
      'masking_policies.revision as masking_revision',
    ])
    .where('memberships.is_active', '=', true)
    .where('users.is_active', '=', true)
}

/** In the company where this person was last. */
export function memberByEmail(tx: Tx, email: string) {
  return members(tx)
    .select('users.password_hash')
    .where((where) => where(where.fn<string>('lower', ['users.email']), '=', email.trim().toLowerCase()))
    .orderBy(
      (eb) =>
        eb
          .selectFrom('sessions')
          .select(({ fn }) => fn.max('sessions.signed_in_at').as('last'))
          .whereRef('sessions.user_id', '=', 'memberships.user_id')
          .whereRef('sessions.company_id', '=', 'memberships.company_id'),
      (order) => order.desc().nullsLast(),
    )
    .orderBy('memberships.created_at')
    .orderBy('memberships.company_id')
    .limit(1)
    .executeTakeFirst()
}

export function memberOf(tx: Tx, companyId: string, userId: string) {
  return members(tx)
    .where('memberships.company_id', '=', companyId)
    .where('memberships.user_id', '=', userId)
    .executeTakeFirst()
}

/** In all companies, by their names. */
export function membersOfUser(tx: Tx, userId: string) {
  return members(tx)
    .where('memberships.user_id', '=', userId)
    .orderBy('companies.company_name')
    .orderBy('companies.company_id')
    .execute()
}

/** Sessions that have not ended, of members who may come in. */
export function liveSessions(tx: Tx, now: string) {
  return members(tx)
    .innerJoin('sessions', (join) =>
      join
        .onRef('sessions.company_id', '=', 'memberships.company_id')
        .onRef('sessions.user_id', '=', 'memberships.user_id'),
    )
    .where('sessions.ended_at', 'is', null)
    .where('sessions.expires_at', '>', now)
}

export function memberOfSession(tx: Tx, sessionId: string, now: string) {
  return liveSessions(tx, now)
    .select('sessions.factor_at')
    .where('sessions.id', '=', sessionId)
    .executeTakeFirst()
}
