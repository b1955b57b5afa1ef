/** A pattern that a text has to match, with a text that would do and a place to try others. Nothing that is tried is kept. */
import { useId, useState } from 'react'
import { readPattern } from '../../domain/process/pattern.ts'
import { useText } from '../../text/index.ts'
import { TypedInput } from './TypedInput.tsx'
import type { ValueEditProps } from './valueEditProps.ts'
import styles from './values.module.css'

export function PatternValue({ value, describedBy, ...edit }: ValueEditProps) {
  const t = useText('ruleBuilder')
  const told = useId()
  const [tried, setTried] = useState('')
  const source = typeof value === 'string' ? value : JSON.stringify(value)
  const reading = readPattern(source)
  return (
    <span className={styles.pattern}>
      <TypedInput {...edit} value={source} describedBy={[describedBy, told].filter(Boolean).join(' ')} />
      <span id={told} className={styles.patternHelp}>
        {reading.ok ? t('patternExample', { example: reading.pattern.example }) : t('patternHelp')}
      </span>
      {reading.ok ? (
        <span className={styles.patternTry}>
          <input
            className={styles.value}
            aria-label={t('patternTry')}
            placeholder={t('patternTry')}
            value={tried}
            onChange={({ target }) => setTried(target.value)}
          />
          <span role="status">
            {tried === '' ? '' : t(reading.pattern.matches(tried) ? 'patternFits' : 'patternFitsNot')}
          </span>
        </span>
      ) : null}
    </span>
  )
}
