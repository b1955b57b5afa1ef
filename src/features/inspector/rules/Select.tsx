import ExpandMore from '@mui/icons-material/ExpandMore'
import styles from '../inspector.module.css'

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
}

/** A native select within a sentence: its name is for readers, its place says it to everyone else. */
export function Select({ label, value, options, readOnly, onChange }: SelectProps) {
  return (
    <span className={styles.select}>
      <select
        aria-label={label}
        value={value}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.value)}
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
