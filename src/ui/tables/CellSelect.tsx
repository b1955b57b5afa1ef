import ExpandMore from '@mui/icons-material/ExpandMore'
import type { ReactNode } from 'react'
import styles from './cells.module.css'

interface CellSelectProps {
  readonly column: string
  /** Names row and column: “Color of Proposal”. */
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
  /** The cell was left: what was changed step by step is one change. */
  readonly onDone?: () => void
  readonly readOnly?: boolean
  readonly start?: ReactNode
}

/** A native select that is a table cell. */
export function CellSelect(props: CellSelectProps) {
  const { column, label, value, options, onChange, onDone, readOnly = false, start } = props
  return (
    <span className={styles.select}>
      {start}
      <select
        data-cell={column}
        aria-label={label}
        value={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onDone}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ExpandMore aria-hidden />
    </span>
  )
}
