/**
 * Items whose order matters. Each is moved by dragging its grip, by Alt with the arrow keys from anywhere inside it,
 * or from its menu, where it is also duplicated and removed. Focus stays with the item, and its new place is said.
 */
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import DragIndicator from '@mui/icons-material/DragIndicator'
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import IconButton from '@mui/material/IconButton'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useText } from '../../text/entrance.ts'
import { ActionMenu, type MenuAction } from '../actions/ActionMenu.tsx'
import { announce } from '../announcer/index.ts'
import styles from './reorderList.module.css'
import { useListDrag } from './useListDrag.ts'

interface ReorderListProps<Item> {
  /** What the items are: the name of the list. */
  readonly label: string
  readonly items: readonly Item[]
  /** Stays with an item while it is moved. */
  readonly idOf: (item: Item, index: number) => string
  readonly nameOf: (item: Item, index: number) => string
  readonly readOnly?: boolean
  readonly onMove: (from: number, to: number) => void
  readonly onDuplicate?: (index: number) => void
  readonly onRemove?: (index: number) => void
  /** Actions of one item beside those of every list. */
  readonly more?: (item: Item, index: number) => readonly MenuAction[]
  /** A line beside grip and menu. */
  readonly head: (item: Item, index: number) => ReactNode
  /** Below the line. */
  readonly children?: (item: Item, index: number) => ReactNode
  /** Numbers the items in sight. */
  readonly numbered?: boolean
  /** Below the list, where the next one is added; focus goes there when the last item is removed. */
  readonly footer?: ReactNode
}

const focusable = 'button, input, select, textarea, [tabindex="0"]'

export function ReorderList<Item>(props: ReorderListProps<Item>) {
  const { label, items, idOf, nameOf, readOnly = false, onMove, onDuplicate, onRemove, more, footer } = props
  const t = useText('ui')
  const root = useRef<HTMLDivElement>(null)
  const itemAt = (index: number) => root.current?.querySelector('[data-reorder]')?.children[index]
  const menuAt = (index: number) => itemAt(index)?.querySelector<HTMLElement>('[aria-haspopup="menu"]')

  const move = (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || to < 0 || to >= items.length || to === from) return
    const held = document.activeElement
    onMove(from, to)
    announce(t('movedTo', { name: nameOf(item, from), position: to + 1, count: items.length }), {
      topic: 'reorder',
    })
    // A browser takes focus from an element that is put elsewhere.
    requestAnimationFrame(() => {
      if (held instanceof HTMLElement && held.isConnected && itemAt(to)?.contains(held)) held.focus()
      else menuAt(to)?.focus()
    })
  }
  const { drag, start } = useListDrag(move)

  const remove = (index: number) => {
    onRemove?.(index)
    requestAnimationFrame(() => {
      const next = menuAt(Math.min(index, items.length - 2))
      if (next) next.focus()
      else root.current?.querySelector<HTMLElement>(focusable)?.focus()
    })
  }
  const duplicate = (index: number) => {
    onDuplicate?.(index)
    requestAnimationFrame(() => menuAt(index + 1)?.focus())
  }
  const onKeyDown = (index: number, event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || !event.altKey || readOnly || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    move(index, index + by)
  }
  const actionsOf = (item: Item, index: number): (MenuAction | null)[] => [
    {
      id: 'up',
      label: t('moveUp'),
      icon: <KeyboardArrowUp fontSize="inherit" />,
      shortcut: 'Alt+ArrowUp',
      disabledReason: index === 0 ? t('isFirst') : null,
      run: () => move(index, index - 1),
    },
    {
      id: 'down',
      label: t('moveDown'),
      icon: <KeyboardArrowDown fontSize="inherit" />,
      shortcut: 'Alt+ArrowDown',
      disabledReason: index === items.length - 1 ? t('isLast') : null,
      run: () => move(index, index + 1),
    },
    ...(more?.(item, index) ?? []),
    ...(onDuplicate
      ? [
          {
            id: 'duplicate',
            label: t('duplicate'),
            icon: <ContentCopy fontSize="inherit" />,
            run: () => duplicate(index),
          },
        ]
      : []),
    ...(onRemove
      ? [
          null,
          {
            id: 'remove',
            label: t('remove'),
            icon: <DeleteOutlined fontSize="inherit" />,
            danger: true,
            run: () => remove(index),
          },
        ]
      : []),
  ]

  return (
    <div ref={root} className={styles.root}>
      {items.length > 0 ? (
        <ol data-reorder className={styles.list} aria-label={label} data-numbered={props.numbered}>
          {items.map((item, index) => (
            <li
              key={idOf(item, index)}
              className={styles.item}
              data-dragged={drag?.from === index || undefined}
              data-drop={dropSide(drag, index)}
              onKeyDown={(event) => onKeyDown(index, event)}
            >
              <div className={styles.head}>
                {readOnly ? null : (
                  <span
                    aria-hidden
                    className={styles.grip}
                    onPointerDown={(event) => start(index, event)}
                    title={t('dragToMove')}
                  >
                    <DragIndicator />
                  </span>
                )}
                <div className={styles.words}>{props.head(item, index)}</div>
                {readOnly ? null : (
                  <ActionMenu
                    label={t('actionsFor', { name: nameOf(item, index) })}
                    actions={actionsOf(item, index)}
                    button={(menu) => (
                      <IconButton
                        {...menu}
                        size="small"
                        aria-label={t('actionsFor', { name: nameOf(item, index) })}
                      >
                        <MoreHoriz />
                      </IconButton>
                    )}
                  />
                )}
              </div>
              {props.children?.(item, index)}
            </li>
          ))}
        </ol>
      ) : null}
      {footer}
    </div>
  )
}

/** On which side of an item the dragged one would come to stand. */
function dropSide(drag: { readonly from: number; readonly to: number } | null, index: number) {
  if (!drag || drag.to === drag.from || index !== drag.to) return undefined
  return drag.to < drag.from ? 'before' : 'after'
}
