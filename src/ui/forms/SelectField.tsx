import ExpandMore from '@mui/icons-material/ExpandMore'
import type { ChangeEvent, FocusEvent, Ref } from 'react'
import { type FieldWords, FormField } from './FormField.tsx'
import styles from './forms.module.css'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectFieldProps extends FieldWords {
  readonly ref?: Ref<HTMLSelectElement>
  readonly name?: string
  readonly value?: string
  readonly defaultValue?: string
  readonly disabled?: boolean
  readonly options: readonly SelectOption[]
  readonly onChange?: (event: ChangeEvent<HTMLSelectElement>) => unknown
  readonly onBlur?: (event: FocusEvent<HTMLSelectElement>) => unknown
}

/** A native select: it works on every phone and with every reader. */
export function SelectField(props: SelectFieldProps) {
  const { ref, label, help, error, required, id, hideLabel, options, onChange, onBlur, ...rest } = props
  return (
    <FormField
      label={label}
      {...{ help, error }}
      {...(required === undefined ? {} : { required })}
      {...(id === undefined ? {} : { id })}
      {...(hideLabel === undefined ? {} : { hideLabel })}
    >
      {(control) => (
        <span className={styles.select}>
          <select
            {...rest}
            {...control}
            ref={ref}
            {...(onChange ? { onChange: (event) => void onChange(event) } : {})}
            {...(onBlur ? { onBlur: (event) => void onBlur(event) } : {})}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
                {option.label}
              </option>
            ))}
          </select>
          <ExpandMore aria-hidden />
        </span>
      )}
    </FormField>
  )
}
