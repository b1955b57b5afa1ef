import type { ReactNode, Ref } from 'react'
import styles from './layout.module.css'

interface PageHeaderProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
  /** The heading takes focus after a change of place. */
  readonly headingRef?: Ref<HTMLHeadingElement>
}

/** The page's one h1 with what it is and what can be done here. */
export function PageHeader({ title, description, actions, headingRef }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.headerText}>
        <h1 ref={headingRef} tabIndex={-1}>
          {title}
        </h1>
        {description ? <p>{description}</p> : null}
      </div>
      {actions ? <div className={styles.headerActions}>{actions}</div> : null}
    </div>
  )
}
