import type { Problem } from '../../domain/lint/rule.ts'
import { Icon } from './Icon.tsx'
import styles from './problemMark.module.css'

/** The sign of the worst problem and how many there are; nothing where there are none. */
export function ProblemMark({ problems }: { readonly problems: readonly Problem[] }) {
  const severity = problems[0]?.severity
  if (severity === undefined) return null
  return (
    <span className={styles.mark} data-severity={severity}>
      <Icon name={severity} />
      {problems.length}
    </span>
  )
}
