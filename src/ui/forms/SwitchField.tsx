import Switch from '@mui/material/Switch'
import { type ReactNode, useId } from 'react'
import styles from './forms.module.css'

interface SwitchFieldProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** On or off, at once. The words stand at the start, the switch at the end of the line. */
export function SwitchField({ label, help, checked, disabled = false, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className={styles.switch}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {help ? (
          <p id={`${id}-help`} className={styles.help}>
            {help}
          </p>
        ) : null}
      </div>
      <Switch
        checked={checked}
        disabled={disabled}
        onChange={(_, next) => onChange(next)}
        slotProps={{ input: { id, role: 'switch', ...(help ? { 'aria-describedby': `${id}-help` } : {}) } }}
      />
    </div>
  )
}
