/** Whom an action's “to” means: an address, everybody in a role, the deal's owner or those who manage. Pure. */
import type { MailLanguage } from '../../src/contract/mailLanguage.ts'
import type { Role } from '../../src/contract/roles.ts'

export interface Colleague {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly language: MailLanguage
  readonly aboutDeals: boolean
}

export type Recipient =
  | { readonly kind: 'colleague'; readonly colleague: Colleague }
  | { readonly kind: 'outside'; readonly address: string }

/** Not a check of what mail servers take, only whether it was meant as an address. */
const address = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/

/** Nobody where it names no one here: a customer's contact, say, whom we do not know. */
export function recipientsOf(to: string, ownerName: string, colleagues: readonly Colleague[]): Recipient[] {
  const wanted = to.trim()
  const everybody = (among: (colleague: Colleague) => boolean): Recipient[] =>
    colleagues.filter(among).map((colleague) => ({ kind: 'colleague', colleague }))
  if (address.test(wanted)) {
    const known = everybody(({ email }) => email.toLowerCase() === wanted.toLowerCase())
    return known.length > 0 ? known : [{ kind: 'outside', address: wanted }]
  }
  if (wanted === 'owner') return everybody(({ name }) => ownerName !== '' && name === ownerName)
  // Who reports to whom is the CRM's: here a manager is whoever has that role.
  if (wanted === 'manager_of_owner') return everybody(({ role }) => role === 'sales_manager')
  return everybody(({ role }) => role === wanted)
}
