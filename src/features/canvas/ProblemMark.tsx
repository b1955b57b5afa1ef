import type { Severity } from '../../domain/lint/rule.ts'
import { Icon } from './Icon.tsx'
import styles from './problemMark.module.css'

export interface ProblemCount {
  readonly count: number
  /** Of the worst one; undefined where there is none. */
  readonly severity: Severity | undefined
}

/** The sign of the worst problem and how many there are; nothing where there are none. */
export function ProblemMark({ count, severity }: ProblemCount) {
  if (severity === undefined) return null
  return (
    <span className={styles.mark} data-severity={severity}>
      <Icon name={severity} />
      {count}
    </span>
  )
}
