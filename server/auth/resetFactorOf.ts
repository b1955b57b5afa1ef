/** A lost second factor reset by whoever runs the installation: no administrator is asked, each company's trail tells. */
import type { Database } from '../database/database.ts'
import { insertAudit } from '../repositories/audit.ts'
import { membersOfUser } from './members.ts'
import { takeFactor } from './resetFactor.ts'

export function resetFactorOf(
  database: Database,
  email: string,
  now: Date,
): Promise<'done' | 'nobody' | 'none'> {
  const at = now.toISOString()
  return database.identity(async (tx) => {
    const person = await tx
      .selectFrom('users')
      .select('id')
      .where((where) => where(where.fn<string>('lower', ['email']), '=', email.trim().toLowerCase()))
      .where('is_active', '=', true)
      .executeTakeFirst()
    if (!person) return 'nobody'
    if (!(await takeFactor(tx, person.id, at))) return 'none'
    const companies = (await membersOfUser(tx, person.id)).map(({ company_id }) => company_id)
    // In one order, as everybody who takes numbers of several companies.
    for (const companyId of companies.sort()) {
      await insertAudit(tx, companyId, {
        at,
        userId: null,
        sessionId: null,
        type: 'member.second_factor_reset',
        entity: 'member',
        entityId: person.id,
        revision: null,
        body: { by: 'the operator of the installation' },
      })
    }
    return 'done'
  })
}
