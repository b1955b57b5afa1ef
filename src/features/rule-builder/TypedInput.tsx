/** A line of text or a number within a condition. What is typed stays as typed until the line is left. */
import { useState } from 'react'
import { language, useText } from '../../text/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import styles from './values.module.css'

interface TypedInputProps {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly describedBy?: string | undefined
  readonly invalid?: boolean
  /** Why the text means nothing; null where it means something. */
  readonly refusal?: (text: string) => string | null
  readonly inputMode?: 'decimal' | 'numeric'
  readonly narrow?: boolean
  readonly onType: (text: string) => void
  readonly onDone: () => void
}

export function TypedInput(props: TypedInputProps) {
  const { label, value, readOnly, describedBy, invalid, refusal, inputMode, narrow, onType, onDone } = props
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed === null ? null : (refusal?.(typed) ?? null)
  return (
    <>
      <input
        className={styles.value}
        data-narrow={narrow || undefined}
        aria-label={label}
        aria-invalid={wrong !== null || invalid || undefined}
        aria-describedby={describedBy}
        inputMode={inputMode}
        value={typed ?? value}
        readOnly={readOnly}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          if (!refusal || refusal(text) === null) onType(text)
        }}
        onBlur={() => {
          setTyped(null)
          onDone()
        }}
      />
      {wrong === null ? null : (
        <span role="status" className={styles.wrong}>
          {wrong}
        </span>
      )}
    </>
  )
}

interface NumberInputProps extends Omit<TypedInputProps, 'value' | 'refusal' | 'onType'> {
  /** What is no number is shown as it was written. */
  readonly value: number | string
  readonly whole?: boolean
  readonly onType: (value: number) => void
}

export function NumberInput({ value, whole = false, onType, ...input }: NumberInputProps) {
  const t = useText('ruleBuilder')
  return (
    <TypedInput
      {...input}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={typeof value === 'number' ? written(value) : value}
      refusal={(text) => (Number.isFinite(readGrouped(text)) ? null : t('notANumber'))}
      onType={(text) => {
        const number = readGrouped(text)
        onType(whole ? Math.max(1, Math.round(Math.abs(number))) : number)
      }}
    />
  )
}

const written = (value: number): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 10 }).format(value)

/** "10,000" is ten thousand where people group so. */
function readGrouped(text: string): number {
  const parts = new Intl.NumberFormat(language()).formatToParts(12345.6)
  const sign = (type: 'group' | 'decimal') => parts.find((part) => part.type === type)?.value ?? ''
  const [whole = '', ...rest] = text.trim().split(sign('decimal'))
  const groups = whole.split(sign('group'))
  const grouped = groups.length > 1 && groups.every((group, index) => index === 0 || /^\d{3}$/.test(group))
  return readNumber(grouped ? [groups.join(''), ...rest].join('.') : text)
}
