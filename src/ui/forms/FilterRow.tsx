import { useId } from 'react'
import styles from './filterRow.module.css'

interface FilterRowProps<Name extends string> {
  /** What is filtered, for those who do not see the list. */
  readonly label: string
  readonly filters: readonly { readonly name: Name; readonly label: string; readonly count: number }[]
  readonly value: Name
  readonly onChange: (name: Name) => void
}

/** One choice of what a list shows, each with how many there are. */
export function FilterRow<Name extends string>({ label, filters, value, onChange }: FilterRowProps<Name>) {
  const group = useId()
  return (
    <fieldset className={styles.row}>
      <legend className="sr-only">{label}</legend>
      {filters.map(({ name, label, count }) => (
        <label key={name} className={styles.filter}>
          <input
            type="radio"
            name={group}
            className="sr-only"
            checked={value === name}
            onChange={() => onChange(name)}
          />
          <span>{label}</span> <span className={styles.count}>{count}</span>
        </label>
      ))}
    </fieldset>
  )
}
