import { useText } from '../../../text/index.ts'
import type { TransitionFields } from '../fields/binding.ts'
import { WhoEdit } from '../fields/WhoEdit.tsx'

/** Who may make the move by hand. */
export function RunBy({ bind }: { readonly bind: TransitionFields }) {
  const t = useText('transition')
  const { value = [], ...binding } = bind('runBy')
  return <WhoEdit binding={{ ...binding, value }} label={t('runBy')} empty={t('runByAll')} />
}
