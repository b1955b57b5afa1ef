/**
 * A native table that is edited in place: walked by arrows beside Tab, copied to and filled from a spreadsheet, fast
 * at a thousand rows, a list of cards on a narrow screen. It knows columns and rows; what they mean is the room's.
 */
import Button from '@mui/material/Button'
import useMediaQuery from '@mui/material/useMediaQuery'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useText } from '../../text/entrance.ts'
import { announce } from '../announcer/index.ts'
import { GridHead } from './GridHead.tsx'
import { type GridOrder, GridRow } from './GridRow.tsx'
import styles from './grid.module.css'
import { asLength, type GridColumn, type Sort, widthOf } from './gridColumns.ts'
import { type FocusCell, GridContext } from './gridContext.ts'
import { readSheet, writeSheet } from './sheet.ts'
import { useRowWindow } from './useRowWindow.ts'
import { alongRow, focusIn, stepOf } from './walkCells.ts'

export interface GridHandle {
  readonly focus: FocusCell
}

export interface CellPlace {
  readonly rowId: string
  readonly column: string
}

interface GridTableProps<Row> {
  /** Says what the rows are and how many; heard, not seen. */
  readonly caption: string
  /** As chosen: shown ones, in order. */
  readonly columns: readonly GridColumn<Row>[]
  /** As found and sorted. */
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (rowIds: readonly string[]) => void
  readonly current: string | null
  readonly dimmed?: (row: Row) => boolean
  /** Where rows have an order of their own. */
  readonly order?: GridOrder<Row>
  readonly menu: (row: Row) => ReactNode
  /** A menu was asked for on a row, in pixels of the window. */
  readonly onMenu?: (rowId: string, at: { readonly x: number; readonly y: number }) => void
  /** Several cells were pasted, or text the browser has no place for. */
  readonly onPaste?: (text: string, at: CellPlace | null) => void
  /** A key in a row that is not a step; true where it is used up. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>, rowId: string) => boolean
  readonly ref?: Ref<GridHandle>
}

const cardsAtOnce = 100

export function GridTable<Row>(props: GridTableProps<Row>) {
  const { columns, rows, rowId, rowName, selected, onSelect, onPaste, onKey, onMenu } = props
  const t = useText('tables')
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useMediaQuery('(max-width: 699px)', { noSsr: true })
  const [cardCount, setCardCount] = useState(cardsAtOnce)
  const [kept, setKept] = useState<string | null>(null)
  const wish = useRef<{ readonly rowId: string; readonly column?: string | undefined } | null>(null)
  const ids = useMemo(() => rows.map(rowId), [rows, rowId])
  const shownCount = cards ? Math.min(rows.length, cardCount) : rows.length
  const { parts, windowed } = useRowWindow(scroller, {
    count: shownCount,
    kept: kept === null ? -1 : ids.indexOf(kept),
    cards,
  })

  const grant = useCallback((): boolean => {
    const wanted = wish.current
    const row = wanted && scroller.current?.querySelector(`tr[data-row="${CSS.escape(wanted.rowId)}"]`)
    if (!row) return false
    const column = wanted.column === undefined ? 'th[data-column]' : `[data-column="${wanted.column}"]`
    const cell = row.querySelector<HTMLElement>(column) ?? row.querySelector<HTMLElement>('th')
    wish.current = null
    if (!cell) return false
    focusIn(cell).focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return true
  }, [])
  const focus = useCallback<FocusCell>(
    (id, column) => {
      wish.current = { rowId: id, column }
      // A row that is not in the page comes into it by being the one that is kept; then it takes focus.
      if (!grant()) setKept(id)
    },
    [grant],
  )
  useLayoutEffect(() => {
    if (wish.current) grant()
  })
  useImperativeHandle(props.ref, () => ({ focus }), [focus])

  const lastSelected = useRef<string | null>(null)
  const now = useRef({ ids, selected, onSelect })
  now.current = { ids, selected, onSelect }
  const select = useCallback((id: string, isSelected: boolean, through: boolean) => {
    const { ids: all, selected: had, onSelect: tell } = now.current
    const [a, b] = [all.indexOf(lastSelected.current ?? id), all.indexOf(id)]
    const range = through && a >= 0 ? all.slice(Math.min(a, b), Math.max(a, b) + 1) : [id]
    lastSelected.current = id
    const others = [...had].filter((one) => !range.includes(one))
    tell(isSelected ? [...others, ...range] : others)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const place = placeOf(target)
    if (!target || event.defaultPrevented || event.nativeEvent.isComposing || !place) return
    const used = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (onKey?.(event, place.rowId)) return used()
    if (event.key === ' ' && event.shiftKey) {
      select(place.rowId, !selected.has(place.rowId), false)
      return used()
    }
    const step = target.dataset.editing === undefined ? stepOf(event, isRtl(target)) : null
    if (!step) return
    if (step.rows === 0) {
      const next = alongRow(target, step.cells)
      next.focus({ preventScroll: true })
      next.closest('[data-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return used()
    }
    const from = ids.indexOf(place.rowId)
    const to = ids[Math.max(0, Math.min(shownCount - 1, from + step.rows))]
    const column = Number.isFinite(step.cells)
      ? place.column
      : (step.cells > 0 ? columns.at(-1) : columns[0])?.id
    if (to !== undefined) focus(to, column)
    used()
  }

  const onCopy = (event: ClipboardEvent<HTMLElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const place = placeOf(target)
    const text = globalThis.getSelection()?.toString() ?? ''
    const inField = target instanceof HTMLInputElement && target.type === 'text'
    if (target?.dataset.editing !== undefined || (!inField && text !== '')) return
    const chosen = rows.filter((row) => selected.has(rowId(row)))
    const row = rows.find((one) => rowId(one) === place?.rowId)
    const column = columns.find(({ id }) => id === place?.column)
    const sheet =
      chosen.length > 0
        ? [
            columns.map(({ header }) => header),
            ...chosen.map((one) => columns.map(({ copied }) => copied(one))),
          ]
        : row && column
          ? [[column.copied(row)]]
          : null
    if (!sheet) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeSheet(sheet))
    announce(chosen.length > 0 ? t('copiedRows', { count: chosen.length }) : t('copiedCell'))
  }

  const onPasted = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain')
    const sheet = readSheet(text)
    const isField = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (!onPaste || text === '' || (isField && sheet.length <= 1 && (sheet[0]?.length ?? 0) <= 1)) return
    event.preventDefault()
    onPaste(text, placeOf(event.target))
  }

  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const place = placeOf(event.target)
    if (!onMenu || !place) return
    event.preventDefault()
    const box = event.currentTarget.ownerDocument.activeElement?.getBoundingClientRect()
    // What is pointed at is what the menu is about, unless it is one of those that are selected.
    if (!selected.has(place.rowId)) onSelect([place.rowId])
    // The menu key has no pointer: the menu opens below what has focus.
    const byKey = event.clientX === 0 && event.clientY === 0 && box
    onMenu(place.rowId, byKey ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY })
  }

  const { order } = props
  const minWidth = columns.reduce((sum, column) => sum + widthOf(column), order ? 150 : 98)
  return (
    <GridContext value={focus}>
      <div ref={scroller} className={styles.scroller} data-scroller>
        <table
          className={styles.table}
          style={{ minWidth: cards ? undefined : asLength(minWidth) }}
          data-dragging={order?.drag ? true : undefined}
          {...(windowed ? { 'aria-rowcount': rows.length + 1 } : {})}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onPaste={onPasted}
          onContextMenu={onContextMenu}
        >
          <caption className="sr-only">{props.caption}</caption>
          <GridHead
            columns={columns}
            sort={props.sort}
            onSort={props.onSort}
            hasOrder={order !== undefined}
            shown={ids}
            selected={selected}
            onSelectAll={(all) => onSelect(all ? ids : [])}
          />
          <tbody onFocus={(event) => setKept(placeOf(event.target)?.rowId ?? null)}>
            {parts.map((part) => {
              if (typeof part !== 'number')
                return (
                  <tr key={`gap-${part.at}`} aria-hidden>
                    <td colSpan={columns.length + 3} style={{ height: part.height, padding: 0 }} />
                  </tr>
                )
              const row = rows[part]
              if (row === undefined) return null
              const id = rowId(row)
              return (
                <GridRow
                  key={id}
                  id={id}
                  row={row}
                  index={windowed ? part + 2 : null}
                  name={rowName(row)}
                  columns={columns}
                  selected={selected.has(id)}
                  current={props.current === id}
                  dimmed={props.dimmed?.(row) ?? false}
                  number={order?.numberOf(row) ?? null}
                  draggable={order?.fixed === null}
                  dragging={order?.drag?.id === id}
                  drop={order?.drag?.target === id ? order.drag.side : null}
                  menu={props.menu}
                  onSelect={select}
                  onDrag={order?.onDrag ?? noDrag}
                />
              )
            })}
          </tbody>
        </table>
        {shownCount < rows.length ? (
          <div className={styles.more}>
            <Button variant="outlined" onClick={() => setCardCount(cardCount + cardsAtOnce)}>
              {t('showMore', { count: Math.min(cardsAtOnce, rows.length - shownCount) })}
            </Button>
          </div>
        ) : null}
      </div>
    </GridContext>
  )
}

const noDrag = () => undefined

const isRtl = (element: HTMLElement): boolean => getComputedStyle(element).direction === 'rtl'

/** The cell of an element; of the row's name where it stands beside the columns. */
function placeOf(target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td, th') : null
  const rowId = cell?.closest<HTMLElement>('tr')?.dataset.row
  if (!cell || rowId === undefined) return null
  const named = cell.closest('tr')?.querySelector<HTMLElement>('th[data-column]')?.dataset.column
  return { rowId, column: cell.dataset.column ?? named ?? '' }
}
