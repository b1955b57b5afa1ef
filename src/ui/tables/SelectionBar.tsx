import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Toolbar } from '../actions/Toolbar.tsx'
import styles from './selectionBar.module.css'

interface SelectionBarProps {
  /** How many rows are selected, in words. */
  readonly selected: string
  /** Names the tools. */
  readonly label: string
  readonly clear: string
  readonly onClear: () => void
  /** Buttons, before the one that clears. */
  readonly children: ReactNode
}

/** What can be done with all selected rows at once. On a narrow screen it lies at the foot, in a thumb's reach. */
export function SelectionBar({ selected, label, clear, onClear, children }: SelectionBarProps) {
  return (
    <div className={styles.bar}>
      <strong>{selected}</strong>
      <Toolbar label={label}>
        {children}
        <Button size="small" variant="text" onClick={onClear}>
          {clear}
        </Button>
      </Toolbar>
    </div>
  )
}
