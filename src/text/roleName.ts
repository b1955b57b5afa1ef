import { roles } from './en/roles.ts'
import { text } from './entrance.ts'

const isKnown = (role: string): role is keyof typeof roles => Object.hasOwn(roles, role)

/** A role in the language of the interface. A newer server may know more: those are called as it calls them. */
export const roleName = (role: string): string =>
  isKnown(role) ? text('roles', role) : role.replaceAll('_', ' ')
