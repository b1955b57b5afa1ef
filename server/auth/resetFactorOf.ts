/** A lost second factor reset by whoever runs the installation: no administrator is asked, each company's trail tells. */
import type { Database } from '../database/database.ts'
import { aboutPeople } from '../realtime/wakeUps.ts'
import { insertAudit } from '../repositories/audit.ts'
import { membersOfUser } from './members.ts'
import { takeFactor } from './resetFactor.ts'

export async function resetFactorOf(
  database: Database,
  email: string,
  now: Date,
): Promise<'done' | 'nobody' | 'none'> {
  const at = now.toISOString()
  const companies = await database.identity(async (tx) => {
    const person = await tx
      .selectFrom('users')
      .select('id')
      .where((where) => where(where.fn<string>('lower', ['email']), '=', email.trim().toLowerCase()))
      .where('is_active', '=', true)
      .executeTakeFirst()
    if (!person) return 'nobody'
    if (!(await takeFactor(tx, person.id, at))) return 'none'
    // In one order, as everybody who takes numbers of several companies.
    const ids = (await membersOfUser(tx, person.id)).map(({ company_id }) => company_id).sort()
    for (const companyId of ids) {
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
    return ids
  })
  if (typeof companies === 'string') return companies
  // Instances that run close the sockets of the ended sessions.
  for (const companyId of companies) await database.wakeOthers(`${aboutPeople}${companyId}`)
  return 'done'
}
