/** An actor's company and person, as the database takes them. Everything that is read or written begins here. */
import type { CompanyScope } from '../database/database.ts'
import type { Actor } from '../services.ts'

export const scopeOf = (actor: Actor): CompanyScope => ({ companyId: actor.companyId, userId: actor.userId })

/** Who did something, as answered: a person who has left the company keeps the id and loses the name. */
export const by = (id: string, name: string | null): { id: string; name: string } => ({
  id,
  name: name ?? 'Former member',
})
