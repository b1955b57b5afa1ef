import { type ReactNode, useId } from 'react'
import styles from './layout.module.css'

interface PanelProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly level?: 2 | 3 | 4
  /** No padding, for tables and lists that reach the border. */
  readonly flush?: boolean
  readonly children: ReactNode
}

/** A titled box: a region of the page, named by its heading. */
export function Panel({ title, description, actions, level = 2, flush = false, children }: PanelProps) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.panelHead}>
        <Heading id={id}>{title}</Heading>
        {actions}
      </div>
      {description ? <p className={styles.panelDescription}>{description}</p> : null}
      <div className={flush ? styles.panelBodyFlush : styles.panelBody}>{children}</div>
    </section>
  )
}
