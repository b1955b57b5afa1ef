import OutlinedInput from '@mui/material/OutlinedInput'
import type { ChangeEvent, FocusEvent, HTMLAttributes, KeyboardEvent, ReactNode, Ref } from 'react'
import { type FieldWords, FormField } from './FormField.tsx'

export interface TextFieldProps extends FieldWords {
  /** The input itself, as `register()` of react-hook-form wants it. */
  readonly ref?: Ref<HTMLInputElement | HTMLTextAreaElement>
  readonly name?: string
  readonly value?: string | number
  readonly defaultValue?: string | number
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'search' | 'date' | 'datetime-local' | 'url'
  readonly inputMode?: HTMLAttributes<HTMLElement>['inputMode']
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly maxLength?: number
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number | string
  readonly spellCheck?: boolean
  /** The id of a datalist with words to choose from. */
  readonly list?: string
  readonly readOnly?: boolean
  readonly disabled?: boolean
  /** More than one makes it a text area that grows with its text. */
  readonly rows?: number
  readonly start?: ReactNode
  readonly end?: ReactNode
  readonly onChange?: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => unknown
  readonly onBlur?: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => unknown
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => unknown
}

/** A browser brings the caret of a text area into sight and no more: the rest of it comes too. */
const comeIntoSight = ({ target }: FocusEvent<HTMLElement>) => target.scrollIntoView({ block: 'nearest' })

/** A line (or, with `rows`, a growing box) of text with label, help and error. */
export function TextField(props: TextFieldProps) {
  const {
    ref,
    label,
    help,
    error,
    required,
    id,
    hideLabel,
    rows,
    start,
    end,
    maxLength,
    min,
    max,
    step,
    spellCheck,
    list,
    inputMode,
    readOnly,
    onChange,
    onBlur,
    onKeyDown,
    ...rest
  } = props
  const attributes = { maxLength, min, max, step, spellCheck, list, inputMode, readOnly }
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
  return (
    <FormField
      label={label}
      {...{ help, error }}
      {...(required === undefined ? {} : { required })}
      {...(id === undefined ? {} : { id })}
      {...(hideLabel === undefined ? {} : { hideLabel })}
    >
      {(control) => (
        <OutlinedInput
          {...rest}
          fullWidth
          inputRef={ref}
          error={Boolean(error)}
          {...(rows === undefined
            ? {}
            : { multiline: true, minRows: rows, maxRows: Math.max(rows, 12), onFocus: comeIntoSight })}
          startAdornment={start}
          endAdornment={end}
          {...(onChange ? { onChange: (event) => void onChange(event) } : {})}
          {...(onBlur ? { onBlur: (event) => void onBlur(event) } : {})}
          {...(onKeyDown ? { onKeyDown: (event) => void onKeyDown(event) } : {})}
          slotProps={{ input: { ...control, ...given } }}
        />
      )}
    </FormField>
  )
}
