import type { ReactNode } from 'react'
import styles from './feedback.module.css'

interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What would be here and why it is not. */
  readonly children?: ReactNode
  /** The next step, as buttons. */
  readonly actions?: ReactNode
  readonly level?: 1 | 2 | 3
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon, title, children, actions, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.empty} data-empty>
      {icon ? (
        <div className={styles.emptyIcon} aria-hidden>
          {icon}
        </div>
      ) : null}
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {actions ? <div className={styles.emptyActions}>{actions}</div> : null}
    </div>
  )
}
