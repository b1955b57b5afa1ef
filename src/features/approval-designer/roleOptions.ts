import { roles } from '../../contract/roles.ts'
import { roleName } from './stepWords.ts'

/** The roles there are. A role of another system stays what it is until somebody chooses one of ours. */
export function roleOptions(current: string): { value: string; label: string }[] {
  const own = roles.map((role) => ({ value: role, label: roleName(role) }))
  const known = current === '' || own.some(({ value }) => value === current)
  return known ? own : [{ value: current, label: roleName(current) }, ...own]
}
