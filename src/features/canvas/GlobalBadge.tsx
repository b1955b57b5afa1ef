/**
 * On the card they lead to: the transitions that leave every open stage, instead of an arrow from each. A click selects
 * one, the next click the next. Screen readers hear of them in the card's description.
 */
import type { StageTransition } from '../../domain/process/transition.ts'
import { useText } from '../../text/index.ts'
import styles from './globalBadge.module.css'
import { Icon } from './Icon.tsx'

interface GlobalBadgeProps {
  readonly ways: readonly StageTransition[]
  /** The one of them that is selected. */
  readonly selectedId: string | null
}

export function GlobalBadge({ ways, selectedId }: GlobalBadgeProps) {
  const t = useText('canvas')
  const place = ways.findIndex(({ id }) => id === selectedId)
  const next = ways[(place + 1) % ways.length]
  if (!next) return null
  const names = ways.map(({ transitionName }) => transitionName.trim()).filter(Boolean)
  return (
    <span
      className={`${styles.fromAny} nopan nodrag`}
      data-global-id={next.id}
      data-selected={place >= 0 || undefined}
      title={[t('fromAnywhere'), ...names].join(' · ')}
      aria-hidden
    >
      <Icon name="global" />
      {ways.length > 1 ? t('fromAnyCount', { count: ways.length }) : t('fromAny')}
      {ways.some(({ onRefusal }) => onRefusal) ? ` · ${t('ifRefused')}` : null}
    </span>
  )
}
