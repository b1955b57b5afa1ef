import ExpandMore from '@mui/icons-material/ExpandMore'
import styles from './values.module.css'

interface SelectProps {
  /** Its name for readers; its place says it to everyone else. */
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly readOnly: boolean
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  /** Where focus is led to by the part's id and the control's name. */
  readonly of?: string | undefined
  readonly control?: 'field' | 'join'
  readonly onChange: (value: string) => void
}

/** A native select within a sentence. */
export function Select(props: SelectProps) {
  const { label, value, options, readOnly, invalid, describedBy, of, control, onChange } = props
  return (
    <span className={styles.select} data-select>
      <select
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        data-of={of}
        data-control={control}
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
