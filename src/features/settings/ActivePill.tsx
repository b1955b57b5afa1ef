import { useText } from '../../text/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'

/** Whether a row of reference data can still be chosen. */
export function ActivePill({ active }: { readonly active: boolean }) {
  const t = useText('settings')
  return <StatusPill tone={active ? 'success' : 'neutral'}>{t(active ? 'active' : 'inactive')}</StatusPill>
}
