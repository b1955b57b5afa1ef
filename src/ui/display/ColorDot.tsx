import type { StageTone } from '../theme/tokens.ts'
import styles from './display.module.css'

interface ColorDotProps {
  readonly tone: StageTone
  /** The colour's name, where no word beside the dot says it. */
  readonly label?: string
}

/** A small square in a stage's colour. */
export function ColorDot({ tone, label }: ColorDotProps) {
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <span className={styles.dot} style={{ color: `var(--stage-${tone}-border)` }} {...name} />
}
