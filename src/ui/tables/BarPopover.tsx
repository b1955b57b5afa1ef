import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './gridBar.module.css'

interface BarPopoverProps {
  readonly icon: ReactNode
  readonly label: string
  readonly title: string
  /** Takes back what was chosen; stands beside "Done". */
  readonly reset: ReactNode
  readonly children: ReactNode
}

/** A button of a table's bar with what it opens. */
export function BarPopover({ icon, label, title, reset, children }: BarPopoverProps) {
  const t = useText('tables')
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Button
        variant="outlined"
        startIcon={icon}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, className: styles.popover ?? '' } }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div className={styles.popoverEnd}>
          {reset}
          <Button size="small" variant="contained" onClick={() => setAnchor(null)}>
            {t('done')}
          </Button>
        </div>
      </Popover>
    </>
  )
}
