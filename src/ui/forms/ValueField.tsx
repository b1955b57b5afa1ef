/** A value of a kind that is known only when it runs: the right control for text, number, date, yes or no, choices. */
import { useState } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './forms.module.css'
import { readNumber } from './readNumber.ts'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'

export type ValueKind =
  | 'text'
  | 'number'
  | 'currency'
  | 'date'
  | 'boolean'
  | 'select'
  | 'multiselect'
  | 'user'

interface ValueFieldProps {
  readonly label: string
  readonly kind: ValueKind
  readonly options?: readonly string[]
  /** What the choice of nothing is called, else "Empty". */
  readonly emptyLabel?: string
  /** One of another kind is shown as it is until it is changed. */
  readonly value: unknown
  readonly required?: boolean
  readonly readOnly?: boolean
  readonly error?: string | undefined
  /** Null: empty. What is typed counts as soon as it is of the kind. */
  readonly onChange: (value: string | number | boolean | string[] | null) => void
  /** The field was left, or a choice was made. */
  readonly onDone?: () => void
}

const written = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

export function ValueField(props: ValueFieldProps) {
  const { kind, value, onChange, onDone } = props
  const t = useText('ui')
  switch (kind) {
    case 'boolean':
      return (
        <Choice
          {...props}
          options={['true', 'false']}
          nameOf={(option) => (option === 'true' ? t('yes') : option === 'false' ? t('no') : option)}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
        />
      )
    case 'select':
      return <Choice {...props} options={props.options ?? []} nameOf={(option) => option} />
    case 'multiselect':
      return <Many {...props} />
    case 'number':
    case 'currency':
      return <Numeric {...props} />
    default:
      return (
        <TextField
          {...frameOf(props)}
          type={kind === 'date' ? 'date' : 'text'}
          readOnly={props.readOnly ?? false}
          value={kind === 'date' ? written(value).slice(0, 10) : written(value)}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          onBlur={() => onDone?.()}
        />
      )
  }
}

const frameOf = ({ label, required, error }: ValueFieldProps) => ({
  label,
  error,
  ...(required === undefined ? {} : { required }),
})

interface ChoiceProps extends Omit<ValueFieldProps, 'onChange'> {
  readonly options: readonly string[]
  readonly nameOf: (option: string) => string
  readonly onChange: (chosen: string | null) => void
}

function Choice({ options, nameOf, onChange, onDone, ...props }: ChoiceProps) {
  const t = useText('ui')
  const current = written(props.value)
  const all = current === '' || options.includes(current) ? options : [...options, current]
  return (
    <SelectField
      {...frameOf({ ...props, onChange: () => undefined })}
      value={current}
      disabled={props.readOnly ?? false}
      options={[
        { value: '', label: props.emptyLabel ?? t('empty') },
        ...all.map((value) => ({ value, label: nameOf(value) })),
      ]}
      onChange={({ target }) => {
        onChange(target.value === '' ? null : target.value)
        onDone?.()
      }}
    />
  )
}

function Numeric(props: ValueFieldProps) {
  const t = useText('ui')
  const { value, readOnly = false, error, onChange, onDone } = props
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? written(value)
  const wrong = shown.trim() !== '' && !Number.isFinite(readNumber(shown))
  return (
    <TextField
      {...frameOf(props)}
      inputMode="decimal"
      readOnly={readOnly}
      value={shown}
      error={wrong ? t('notANumber') : error}
      onChange={({ target }) => {
        setTyped(target.value)
        const number = readNumber(target.value)
        if (target.value.trim() === '') onChange(null)
        else if (Number.isFinite(number)) onChange(number)
      }}
      onBlur={() => {
        setTyped(null)
        onDone?.()
      }}
    />
  )
}

function Many({ label, options = [], value, readOnly = false, onChange, onDone }: ValueFieldProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className={styles.many} disabled={readOnly}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ target }) => {
              onChange(options.filter((one) => (one === option ? target.checked : chosen.includes(one))))
              onDone?.()
            }}
          />
          {option}
        </label>
      ))}
    </fieldset>
  )
}
