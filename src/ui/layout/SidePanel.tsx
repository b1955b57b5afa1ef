import Close from '@mui/icons-material/Close'
import type { ReactNode, Ref } from 'react'
import { ToolButton } from '../actions/ToolButton.tsx'
import styles from './sidePanel.module.css'

interface SidePanelProps {
  readonly title: string
  readonly headingId: string
  /** Of the heading, which takes focus where nothing inside can. */
  readonly headingRef?: Ref<HTMLHeadingElement>
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What stands beside the page for a while: a head that stays in sight, and a way to be rid of it. */
export function SidePanel({ title, headingId, headingRef, closeLabel, onClose, children }: SidePanelProps) {
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2 ref={headingRef} id={headingId} tabIndex={-1}>
          {title}
        </h2>
        <ToolButton label={closeLabel} icon={<Close />} onClick={onClose} />
      </div>
      {children}
    </div>
  )
}
