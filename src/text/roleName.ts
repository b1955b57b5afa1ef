import { text } from './entrance.ts'

const roles = [
  'administrator',
  'sales_director',
  'sales_operations',
  'sales_manager',
  'sales_representative',
  'executive',
  'auditor',
] as const

/** A role in the language of the interface. A newer server may know more: those are called as it calls them. */
export function roleName(role: string): string {
  const known = roles.find((one) => one === role)
  return known === undefined ? role.replaceAll('_', ' ') : text('roles', known)
}
