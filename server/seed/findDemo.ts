/** Whether this database holds the demo, and then whom one can sign in as: the sign-in page offers them. */
import type { Demo } from '../../src/contract/capabilities.ts'
import type { Database } from '../database/database.ts'

/** Undefined where the demo company is not there. Costs one query, at start. */
export async function findDemo(database: Database, password: string): Promise<Demo | undefined> {
  const members = await database.identity((tx) =>
    tx
      .selectFrom('users')
      .innerJoin('memberships', 'memberships.user_id', 'users.id')
      .select(['users.email', 'users.display_name as name', 'memberships.role'])
      .where('users.email', 'like', '%@demo.example')
      .orderBy('users.id')
      .execute(),
  )
  if (members.length === 0) return undefined
  return { password, accounts: members.map(({ email, name, role }) => ({ email, name, role })) }
}
