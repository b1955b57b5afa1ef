/** A transition was drawn to an empty place: which kind of stage it shall lead to. Escape makes none. */
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { StageKind } from '../../domain/process/stage.ts'
import { later } from '../../ui/later.tsx'
import type { LinkKindsProps } from './LinkKinds.tsx'
import type { Link } from './useLink.ts'

const LinkKinds = later<LinkKindsProps>(
  async () => (await import('./LinkKinds.tsx')).LinkKinds,
  ({ at }) => at !== null,
)

interface LinkMenuProps {
  readonly link: StoreApi<Link | null>
  readonly onAnswer: (kind: StageKind | null) => void
}

export function LinkMenu({ link, onAnswer }: LinkMenuProps) {
  const at = useStore(link, (state) => (state?.askedAfter ? state.pointer : null))
  return <LinkKinds at={at} onAnswer={onAnswer} />
}
