import type { DeliveryState } from '../../../contract/webhooks.ts'
import { useText } from '../../../text/index.ts'
import { type PillTone, StatusPill } from '../../../ui/display/StatusPill.tsx'

const tones: Readonly<Record<DeliveryState, PillTone>> = {
  waiting: 'info',
  delivered: 'success',
  parked: 'error',
}

/** How something that was sent stands. */
export function StatePill({ state }: { readonly state: DeliveryState }) {
  const t = useText('integrations')
  return <StatusPill tone={tones[state]}>{t(`state_${state}`)}</StatusPill>
}
