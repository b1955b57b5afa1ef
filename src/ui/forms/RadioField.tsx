import { type ReactNode, useId } from 'react'
import styles from './forms.module.css'

export interface RadioOption<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  /** One line below the label, read with it. */
  readonly help?: ReactNode
  /** The language of the label, where it is not the page's. */
  readonly lang?: string
}

interface RadioFieldProps<Value extends string> {
  readonly legend: ReactNode
  readonly help?: ReactNode
  readonly value: Value
  readonly options: readonly RadioOption<Value>[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all in sight. Options with an explanation stand below each other, others in a row. */
export function RadioField<Value extends string>(props: RadioFieldProps<Value>) {
  const { legend, help, value, options, onChange } = props
  const id = useId()
  const explained = options.some((option) => option.help !== undefined)
  return (
    <fieldset className={styles.radios} {...(help ? { 'aria-describedby': `${id}-help` } : {})}>
      <legend className={styles.label}>{legend}</legend>
      {help ? (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      ) : null}
      <div className={styles.options} data-explained={explained || undefined}>
        {options.map((option) => (
          <div key={option.value} className={styles.option}>
            <label>
              <input
                type="radio"
                name={id}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
                {...(option.help ? { 'aria-describedby': `${id}-${option.value}` } : {})}
              />
              <span lang={option.lang}>{option.label}</span>
            </label>
            {option.help ? (
              <p id={`${id}-${option.value}`} className={styles.help}>
                {option.help}
              </p>
            ) : null}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
