import { type ReactNode, useId } from 'react'
import styles from './segmented.module.css'

interface SegmentedProps<Value extends string> {
  readonly label: ReactNode
  /** Where what surrounds it says it to the eye already. */
  readonly hideLabel?: boolean
  /** `count`: how many there are of it. */
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count?: number }[]
  /** Null: none of them, or several at once. */
  readonly value: Value | null
  readonly readOnly?: boolean
  readonly onChange: (value: Value) => void
}

/** One of a few, all in sight: native radio buttons side by side. With a label above they share the width. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, hideLabel = false, options, value, readOnly = false, onChange } = props
  const name = useId()
  return (
    <fieldset className={styles.group} data-wide={!hideLabel || undefined} disabled={readOnly}>
      <legend className={hideLabel ? 'sr-only' : undefined}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
            {option.count === undefined ? null : (
              <>
                {' '}
                <span className={styles.count}>{option.count}</span>
              </>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
