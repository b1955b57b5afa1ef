/** Companies and the people in them. Nobody reaches this over the wire: the seed and the tests are its callers. */
import type { Role } from '../../src/contract/roles.ts'
import type { Database } from '../database/database.ts'

export interface NewMember {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  /** As a hasher made it. */
  readonly passwordHash: string
}

export interface NewCompany {
  readonly id: string
  readonly name: string
  readonly members: readonly NewMember[]
}

/** All or nothing. @throws the database's error 23505 where the company or an e-mail address is there already. */
export function provisionCompany(database: Database, company: NewCompany, now: string): Promise<void> {
  return database.identity(async (tx) => {
    await tx
      .insertInto('companies')
      .values({ company_id: company.id, company_name: company.name, created_at: now })
      .execute()
    await tx
      .insertInto('company_counters')
      .values({ company_id: company.id, event_seq: 0, audit_seq: 0 })
      .execute()
    if (company.members.length === 0) return
    await tx
      .insertInto('users')
      .values(
        company.members.map((member) => ({
          id: member.id,
          email: member.email,
          display_name: member.displayName,
          password_hash: member.passwordHash,
          is_active: true,
          created_at: now,
          // Whoever installs it says who they are.
          address_proven_at: now,
        })),
      )
      .execute()
    await tx
      .insertInto('memberships')
      .values(
        company.members.map((member) => ({
          company_id: company.id,
          user_id: member.id,
          role: member.role,
          is_active: true,
          created_at: now,
        })),
      )
      .execute()
  })
}
