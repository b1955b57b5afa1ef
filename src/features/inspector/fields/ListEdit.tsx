/** Lines of text in an order: an exit checklist, the days observed, the stages a stage came from. */
import Close from '@mui/icons-material/Close'
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import Button from '@mui/material/Button'
import { useId, useRef } from 'react'
import { useText } from '../../../text/index.ts'
import { ToolButton } from '../../../ui/actions/ToolButton.tsx'
import panel from '../inspector.module.css'
import type { Binding } from './binding.ts'
import { FieldFrame } from './FieldFrame.tsx'
import styles from './fields.module.css'
import { moved } from './moved.ts'

interface ListEditProps {
  readonly binding: Binding<string[]>
  readonly label: string
  /** "Item 2": the name of each line. */
  readonly item: (number: number) => string
  readonly add: string
}

export function ListEdit({ binding, label, item, add }: ListEditProps) {
  const t = useText('inspector')
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const { value, problems, readOnly, set, type, done } = binding
  const focusLine = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[index]?.focus())
  const addLine = () => {
    set([...value, ''])
    focusLine(value.length)
  }
  return (
    <FieldFrame field={binding.field} problems={problems}>
      <div className={panel.pick}>
        <span id={id} className={panel.pickLabel}>
          {label}
        </span>
        {value.length > 0 ? (
          <ol ref={list} aria-labelledby={id} className={styles.lines}>
            {value.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone
              <li key={index}>
                <textarea
                  rows={1}
                  className={styles.line}
                  aria-label={item(index + 1)}
                  value={line}
                  readOnly={readOnly}
                  onChange={(event) => type(value.with(index, event.target.value))}
                  onBlur={done}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || readOnly) return
                    event.preventDefault()
                    set([...value.slice(0, index + 1), '', ...value.slice(index + 1)])
                    focusLine(index + 1)
                  }}
                />
                {readOnly ? null : (
                  <span className={styles.lineTools}>
                    <ToolButton
                      label={t('moveUp', { name: line || item(index + 1) })}
                      icon={<KeyboardArrowUp />}
                      size="small"
                      disabledReason={index === 0 ? t('isFirst') : null}
                      onClick={() => set(moved(value, index, index - 1))}
                    />
                    <ToolButton
                      label={t('moveDown', { name: line || item(index + 1) })}
                      icon={<KeyboardArrowDown />}
                      size="small"
                      disabledReason={index === value.length - 1 ? t('isLast') : null}
                      onClick={() => set(moved(value, index, index + 1))}
                    />
                    <ToolButton
                      label={t('remove', { name: line || item(index + 1) })}
                      icon={<Close />}
                      size="small"
                      onClick={() => set(value.toSpliced(index, 1))}
                    />
                  </span>
                )}
              </li>
            ))}
          </ol>
        ) : null}
        {readOnly ? null : (
          <Button size="small" variant="text" className={styles.add ?? ''} onClick={addLine}>
            {add}
          </Button>
        )}
      </div>
    </FieldFrame>
  )
}
