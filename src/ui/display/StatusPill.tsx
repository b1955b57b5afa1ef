import type { ReactNode } from 'react'
import styles from './display.module.css'

export type PillTone = 'neutral' | 'accent' | 'error' | 'warning' | 'success' | 'info'

interface StatusPillProps {
  readonly tone?: PillTone
  /** Says the same as the tone, so that colour is never alone. */
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A short state in a word or two: “Published r7”, “2 problems”. */
export function StatusPill({ tone = 'neutral', icon, children }: StatusPillProps) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
