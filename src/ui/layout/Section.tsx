import ChevronRight from '@mui/icons-material/ChevronRight'
import { type ReactNode, useId, useState } from 'react'
import styles from './layout.module.css'

interface SectionProps {
  readonly title: ReactNode
  /** A word on what is inside, seen while closed: “3 rules”. Part of the button's name. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly level?: 2 | 3 | 4
  readonly defaultOpen?: boolean
  /** Given with `onToggle`, the parent decides. */
  readonly open?: boolean
  readonly onToggle?: (open: boolean) => void
  readonly children: ReactNode
}

/** A part of a panel that opens in place. Closed content is not rendered. */
export function Section({
  title,
  note,
  actions,
  level = 3,
  defaultOpen = false,
  ...controlled
}: SectionProps) {
  const [own, setOwn] = useState(defaultOpen)
  const open = controlled.open ?? own
  const id = useId()
  const Heading = `h${level}` as const
  const toggle = () => {
    setOwn(!open)
    controlled.onToggle?.(!open)
  }
  return (
    <div className={styles.disclosure}>
      <div className={styles.disclosureHead}>
        <Heading>
          <button
            type="button"
            className={styles.disclosureButton}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={toggle}
          >
            <ChevronRight className="directional" aria-hidden />
            <span>{title}</span>
            {note ? <span className={styles.disclosureNote}>{note}</span> : null}
          </button>
        </Heading>
        {actions}
      </div>
      {open ? (
        <div id={id} className={styles.disclosureBody}>
          {controlled.children}
        </div>
      ) : null}
    </div>
  )
}
