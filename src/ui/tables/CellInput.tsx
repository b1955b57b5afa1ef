/**
 * A text field that is a table cell. Enter commits and goes to the same column of the next row, arrows go up and
 * down, Escape takes back what was typed. What is refused stays as typed, with the reason below it.
 */
import { type HTMLAttributes, type KeyboardEvent, useId, useState } from 'react'
import { announce } from '../announcer/index.ts'
import styles from './cells.module.css'
import { focusCell } from './focusCell.ts'

interface CellInputProps {
  /** The same for every cell of the column; where Enter and the arrows lead. */
  readonly column: string
  /** Names row and column: “Probability of Proposal”. */
  readonly label: string
  readonly value: string
  /** Takes the text over. Returns why it was refused, or null. */
  readonly commit: (text: string) => string | null
  readonly align?: 'start' | 'end'
  readonly unit?: string
  readonly strong?: boolean
  readonly mono?: boolean
  readonly placeholder?: string
  readonly inputMode?: HTMLAttributes<HTMLElement>['inputMode']
  readonly maxLength?: number
  readonly readOnly?: boolean
  /** Marks a value that stands but is wrong; said in words elsewhere in the row. */
  readonly wrong?: boolean
}

interface Draft {
  readonly text: string
  /** The value that was being changed: where it is another by now, the draft is stale. */
  readonly of: string
  readonly refusal: string | null
}

export function CellInput(props: CellInputProps) {
  const { column, label, value, commit, align = 'start', unit, strong, mono, readOnly = false } = props
  const id = useId()
  const [kept, setDraft] = useState<Draft | null>(null)
  const draft = kept !== null && kept.of === value ? kept : null
  const refusal = draft?.refusal ?? null

  const accept = (): boolean => {
    if (draft === null || draft.text === value) {
      setDraft(null)
      return true
    }
    const reason = commit(draft.text)
    setDraft(reason === null ? null : { ...draft, refusal: reason })
    if (reason !== null && reason !== refusal) announce(reason)
    return reason === null
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      setDraft(null)
      return
    }
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    const from = event.currentTarget
    if (accept()) focusCell(from, column, by)
  }

  return (
    <span className={styles.cell} data-align={align}>
      <span className={styles.box}>
        <input
          className={styles.input}
          data-cell={column}
          data-strong={strong || undefined}
          data-mono={mono || undefined}
          data-wrong={props.wrong || undefined}
          aria-label={label}
          aria-invalid={refusal !== null || undefined}
          aria-describedby={refusal === null ? undefined : `${id}-why`}
          type="text"
          autoComplete="off"
          spellCheck={strong === true}
          value={draft?.text ?? value}
          readOnly={readOnly}
          placeholder={props.placeholder}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          onChange={(event) => setDraft({ text: event.target.value, of: value, refusal: null })}
          onBlur={accept}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target.select()}
        />
        {unit === undefined ? null : (
          <span className={styles.unit} aria-hidden>
            {unit}
          </span>
        )}
      </span>
      {refusal === null ? null : (
        <span id={`${id}-why`} className={styles.why}>
          {refusal}
        </span>
      )}
    </span>
  )
}
