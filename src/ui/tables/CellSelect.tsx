import ExpandMore from '@mui/icons-material/ExpandMore'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import styles from './cells.module.css'
import { useGridFocus } from './gridContext.ts'

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
  readonly tabStop?: boolean
}

/** Longer lists come only to the cell that somebody is about to open: many rows would be mostly options. */
const short = 12

/** A native select that is a table cell. In a table walked by arrows they change it only after Enter or F2. */
export function CellSelect(props: CellSelectProps) {
  const { column, label, value, options, onChange, onDone, readOnly = false, start } = props
  const walked = useGridFocus() !== null
  const [editing, setEditing] = useState(false)
  const [near, setNear] = useState(false)
  const present = near || options.length <= short ? options : options.filter((one) => one.value === value)
  const onKeyDown = (event: KeyboardEvent<HTMLSelectElement>) => {
    if (!walked || readOnly || event.altKey || event.ctrlKey || event.metaKey) return
    const begins = !editing && (event.key === 'Enter' || event.key === 'F2')
    const ends = editing && (event.key === 'Enter' || event.key === 'Escape' || event.key === 'F2')
    if (!begins && !ends) return
    event.preventDefault()
    event.stopPropagation()
    setEditing(begins)
    if (begins) showOptions(event.currentTarget)
    else onDone?.()
  }
  return (
    <span className={styles.select} data-editing={editing || undefined}>
      {start}
      <select
        data-cell={column}
        data-editing={editing || undefined}
        {...(walked && !props.tabStop ? { tabIndex: -1 } : {})}
        aria-label={label}
        aria-disabled={readOnly || undefined}
        value={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setNear(true)}
        onPointerEnter={() => setNear(true)}
        onBlur={() => {
          setEditing(false)
          onDone?.()
        }}
      >
        {present.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ExpandMore aria-hidden />
    </span>
  )
}

/** Opens the list where the browser lets a page do so; elsewhere the arrows choose in the closed one. */
function showOptions(select: HTMLSelectElement): void {
  if (!('showPicker' in select)) return
  try {
    select.showPicker()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
