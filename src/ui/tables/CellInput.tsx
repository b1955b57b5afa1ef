/**
 * A text field that is a table cell. Enter and the arrows go up and down the column, Escape takes back what was typed;
 * what is refused stays as typed, with the reason below it. In a table that is walked by arrows a field is first only
 * stood on: typing replaces what it holds, Enter or F2 edits it, Escape goes back to standing.
 */
import { type HTMLAttributes, type KeyboardEvent, use, useId, useState } from 'react'
import { announce } from '../announcer/index.ts'
import styles from './cells.module.css'
import { focusCell } from './focusCell.ts'
import { useGridFocus } from './gridContext.ts'
import { type CellDraft, RefusedTextsContext } from './refusedCells.ts'

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
  /** In a table walked by arrows Tab stops at the fields that say so; all others are an arrow away. */
  readonly tabStop?: boolean
  /** Tells it from all other cells of the form, where refused texts are kept (refusedCells.ts). */
  readonly keepAs?: string
}

export function CellInput(props: CellInputProps) {
  const { column, label, value, commit, align = 'start', unit, strong, mono } = props
  const { readOnly = false, keepAs = '' } = props
  const id = useId()
  const walked = useGridFocus() !== null
  const refused = use(RefusedTextsContext)
  const [kept, setKept] = useState<CellDraft | null>(() => refused?.texts.get(keepAs) ?? null)
  const [editing, setEditing] = useState(false)
  const draft = kept !== null && kept.of === value ? kept : null
  const refusal = draft?.refusal ?? null

  const setDraft = (next: CellDraft | null) => {
    setKept(next)
    if (keepAs === '' || refused === null) return
    if (next?.refusal) refused.texts.set(keepAs, next)
    else if (!refused.texts.delete(keepAs)) return
    refused.onChange()
  }
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
    const field = event.currentTarget
    const used = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (event.key === 'Escape' && (draft !== null || editing)) {
      used()
      setDraft(null)
      setEditing(false)
      requestAnimationFrame(() => field.select())
    } else if (walked && !editing && (event.key === 'F2' || event.key === 'Enter') && draft === null) {
      used()
      if (readOnly) return
      setEditing(true)
      field.setSelectionRange(field.value.length, field.value.length)
    } else {
      const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)
      const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
      if (!down && !up) return
      // The arrows of a field that is only stood on are the table's.
      if (walked && !editing && event.key !== 'Enter') return
      used()
      if (accept()) focusCell(field, column, down ? 1 : -1)
    }
  }

  return (
    <span className={styles.cell} data-align={align}>
      <span className={styles.box}>
        <input
          id={id}
          className={styles.input}
          data-cell={column}
          data-strong={strong || undefined}
          data-mono={mono || undefined}
          data-wrong={props.wrong || undefined}
          data-editing={editing || undefined}
          {...(walked && !props.tabStop ? { tabIndex: -1 } : {})}
          aria-label={label}
          aria-invalid={refusal !== null || undefined}
          aria-describedby={refusal === null ? undefined : `${id}-why`}
          type="text"
          autoComplete="off"
          spellCheck={strong === true}
          value={draft?.text ?? value}
          title={strong && value.length > 24 ? value : undefined}
          readOnly={readOnly}
          placeholder={props.placeholder}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          onChange={(event) => {
            setEditing(true)
            setDraft({ text: event.target.value, of: value, refusal: null })
          }}
          onMouseDown={(event) => {
            if (event.currentTarget === document.activeElement && !readOnly) setEditing(true)
          }}
          onBlur={() => {
            setEditing(false)
            accept()
          }}
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
