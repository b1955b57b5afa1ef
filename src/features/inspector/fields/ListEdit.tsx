/** Lines of text in an order, such as an exit checklist: Enter begins the next, an empty one goes by Backspace. */
import Button from '@mui/material/Button'
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useText } from '../../../text/index.ts'
import { ReorderList } from '../../../ui/lists/ReorderList.tsx'
import panel from '../inspector.module.css'
import type { Binding } from './binding.ts'
import { FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'
import { moved } from './moved.ts'

interface ListEditProps {
  readonly binding: Binding<string[]>
  readonly label: string
  readonly help?: string
  /** "Item 2": the name of each line. */
  readonly item: (number: number) => string
  readonly add: string
}

export function ListEdit({ binding, label, help, item, add }: ListEditProps) {
  const t = useText('inspector')
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const { value, problems, readOnly, set, type, done } = binding
  const focusLine = (index: number) =>
    requestAnimationFrame(() => {
      const lines = root.current?.querySelectorAll('textarea')
      const next = lines?.[Math.min(index, lines.length - 1)]
      if (next) next.focus()
      else root.current?.querySelector<HTMLElement>('button')?.focus()
    })
  // A line is known by its place alone; while it is moved it keeps its element, and with it the cursor.
  const [kept, setKept] = useState<readonly number[]>([])
  const keys = kept.length === value.length ? kept : value.map((_, index) => index)
  const move = (from: number, to: number) => {
    set(moved(value, from, to))
    setKept(moved(keys, from, to))
  }
  const insert = (index: number, lines: readonly string[]) => {
    set([...value.slice(0, index), ...lines, ...value.slice(index)])
    focusLine(index + lines.length - 1)
  }
  const onKeyDown = (index: number, event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (readOnly || event.altKey || event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      insert(index + 1, [''])
    } else if (event.key === 'Backspace' && value[index] === '' && !event.repeat) {
      event.preventDefault()
      set(value.toSpliced(index, 1))
      focusLine(Math.max(0, index - 1))
    }
  }
  /** Several lines pasted into an empty one become a line each. */
  const onPaste = (index: number, event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split('\n')
      .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
      .filter((line) => line !== '')
    if (readOnly || lines.length < 2 || value[index] !== '') return
    event.preventDefault()
    set(value.toSpliced(index, 1, ...lines))
    focusLine(index + lines.length - 1)
  }
  return (
    <FieldFrame field={binding.field} name={label} problems={problems}>
      <div className={panel.pick} ref={root}>
        <span id={id} className={panel.pickLabel}>
          {label}
        </span>
        {help ? <p className={panel.nothing}>{help}</p> : null}
        <ReorderList
          label={label}
          items={value}
          idOf={(_, index) => String(keys[index])}
          nameOf={(line, index) => line || item(index + 1)}
          readOnly={readOnly}
          onMove={move}
          onRemove={(index) => set(value.toSpliced(index, 1))}
          numbered
          head={(line, index) => (
            <textarea
              rows={1}
              className={styles.line}
              aria-label={item(index + 1)}
              value={line}
              readOnly={readOnly}
              onChange={(event) => type(value.with(index, event.target.value.replaceAll('\n', ' ')))}
              onBlur={done}
              onKeyDown={(event) => onKeyDown(index, event)}
              onPaste={(event) => onPaste(index, event)}
            />
          )}
          footer={
            readOnly ? (
              value.length === 0 ? (
                <p className={panel.nothing}>{t('none')}</p>
              ) : null
            ) : (
              <Button
                size="small"
                variant="text"
                className={styles.add ?? ''}
                onClick={() => insert(value.length, [''])}
              >
                {add}
              </Button>
            )
          }
        />
      </div>
    </FieldFrame>
  )
}
