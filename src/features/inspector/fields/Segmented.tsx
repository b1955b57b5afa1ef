import { type ReactNode, useId } from 'react'
import styles from './fields.module.css'

interface SegmentedProps<Value extends string> {
  readonly label: ReactNode
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | null
  readonly readOnly?: boolean
  readonly onChange: (value: Value) => void
}

/** One of two or three, all in sight: native radio buttons side by side. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  readOnly = false,
  onChange,
}: SegmentedProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.group} disabled={readOnly}>
      <legend>{label}</legend>
      <div className={styles.segmented}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
