import styles from './cellSwitch.module.css'
import { useGridFocus } from './gridContext.ts'

interface CellSwitchProps {
  readonly column: string
  /** Names row and column: “Proposal is active”. */
  readonly label: string
  readonly checked: boolean
  readonly readOnly?: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off in a table cell: a native box drawn as a switch, so that a thousand of them cost nothing. */
export function CellSwitch({ column, label, checked, readOnly = false, onChange }: CellSwitchProps) {
  const walked = useGridFocus() !== null
  return (
    <input
      type="checkbox"
      role="switch"
      className={styles.switch}
      data-cell={column}
      {...(walked ? { tabIndex: -1 } : {})}
      aria-label={label}
      aria-checked={checked}
      checked={checked}
      disabled={readOnly}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
