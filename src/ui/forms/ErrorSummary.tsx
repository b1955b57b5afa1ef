import { useEffect, useRef } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './forms.module.css'

export interface FormError {
  /** The control's id. Empty: the error belongs to no single field. */
  readonly field: string
  readonly message: string
}

interface ErrorSummaryProps {
  readonly errors: readonly FormError[]
  /** Grows with every failed attempt; each time the summary takes focus. */
  readonly attempt: number
  /** How to reach a field that a plain focus cannot (a field in a closed section). */
  readonly onGo?: (field: string) => void
}

/**
 * The GOV.UK pattern: after a failed submit one list of what is wrong, first on the form, focused, with links to the
 * fields. The alert is an inner element and the box has no label, because some readers otherwise drop the list.
 */
export function ErrorSummary({ errors, attempt, onGo }: ErrorSummaryProps) {
  const t = useText('ui')
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: every failed attempt takes focus, also with the same errors
  useEffect(() => {
    if (!shown) return
    box.current?.focus()
    const title = document.title
    const prefix = `${t('errorPrefix')} `
    if (!title.startsWith(prefix)) document.title = prefix + title
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length)
    }
  }, [shown, attempt])
  if (!shown) return null
  const go = (field: string) => {
    if (onGo) onGo(field)
    else document.getElementById(field)?.focus()
  }
  return (
    <div ref={box} className={`${styles.summary} shows-focus`} tabIndex={-1}>
      <div role="alert">
        <h2>{t('errorSummaryTitle')}</h2>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field === '' ? (
                message
              ) : (
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault()
                    go(field)
                  }}
                >
                  {message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
