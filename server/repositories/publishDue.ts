/** Requests whose time has come, of all companies, each with whoever decided and what that person may do now. */
import { rolePermissions } from '../../src/contract/roles.ts'
import type { Database } from '../database/database.ts'
import { maskOfAll } from '../masking/mask.ts'
import { storedPolicy } from '../masking/policies.ts'
import type { Actor, StoredPublishRequest } from '../services.ts'
import { stored } from './publishRequestRows.ts'

export async function dueRequests(
  database: Database,
  now: string,
): Promise<{ actor: Actor; request: StoredPublishRequest }[]> {
  const rows = await database.identity((tx) =>
    tx
      .selectFrom('publish_requests')
      .select(['company_id', 'process_id', 'number'])
      .where('state', '=', 'scheduled')
      .where('publish_at', '<=', now)
      .orderBy('publish_at')
      .execute(),
  )
  const due: { actor: Actor; request: StoredPublishRequest }[] = []
  for (const { company_id: companyId, process_id, number } of rows) {
    const found = await database.company({ companyId }, async (tx) => {
      const request = await stored(tx, process_id, number)
      if (request?.state !== 'scheduled' || !request.decidedBy) return null
      const { id, name } = request.decidedBy
      const member = await tx
        .selectFrom('memberships')
        .innerJoin('users', 'users.id', 'memberships.user_id')
        .select(['memberships.role', 'memberships.is_active as in_company', 'users.is_active', 'users.email'])
        .where('memberships.user_id', '=', id)
        .executeTakeFirst()
      const present = member?.in_company === true && member.is_active
      // Why it cannot be published is kept, and read by everybody.
      const mask = maskOfAll(await storedPolicy(tx))
      const actor: Actor = {
        userId: id,
        companyId,
        companyName: '',
        email: member?.email ?? '',
        displayName: name,
        role: member?.role ?? 'auditor',
        permissions: new Set(present ? rolePermissions[member.role] : []),
        sessionId: '',
        ...(mask && { mask }),
      }
      return { actor, request }
    })
    if (found) due.push(found)
  }
  return due
}
