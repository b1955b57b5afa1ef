import { roles } from '../../contract/roles.ts'
import { approverLabel } from '../../editor/whoWords.ts'

/** The roles there are. A role of another system stays what it is until somebody chooses one of ours. */
export function roleOptions(current: string): { value: string; label: string }[] {
  const own = roles.map((role) => ({ value: role, label: approverLabel(role) }))
  const known = current === '' || own.some(({ value }) => value === current)
  return known ? own : [{ value: current, label: approverLabel(current) }, ...own]
}
