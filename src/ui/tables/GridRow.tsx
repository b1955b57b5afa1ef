import DragIndicator from '@mui/icons-material/DragIndicator'
import { memo, type PointerEvent, type ReactNode } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './grid.module.css'
import type { GridColumn } from './gridColumns.ts'
import type { RowDrag } from './useRowDrag.ts'

/** The order rows have of themselves, and how it is changed. */
export interface GridOrder<Row> {
  /** From 1. */
  readonly numberOf: (row: Row) => number
  /** Why rows cannot change places now; null where they can. */
  readonly fixed: string | null
  readonly drag: RowDrag | null
  readonly onDrag: (id: string, event: PointerEvent<HTMLElement>) => void
}

interface GridRowProps<Row> {
  readonly id: string
  readonly row: Row
  /** Place in the whole table where only a part is in the page. */
  readonly index: number | null
  readonly name: string
  readonly columns: readonly GridColumn<Row>[]
  readonly selected: boolean
  readonly current: boolean
  readonly dimmed: boolean
  readonly number: number | null
  readonly draggable: boolean
  readonly dragging: boolean
  readonly drop: 'before' | 'after' | null
  readonly menu: (row: Row) => ReactNode
  readonly onSelect: (id: string, selected: boolean, through: boolean) => void
  readonly onDrag: (id: string, event: PointerEvent<HTMLElement>) => void
}

function Row<Content>(props: GridRowProps<Content>) {
  const t = useText('tables')
  const { id, row, name, columns, selected, number, index } = props
  return (
    <tr
      data-row={id}
      data-selected={selected || undefined}
      data-inactive={props.dimmed || undefined}
      data-dragging={props.dragging || undefined}
      data-drop={props.drop ?? undefined}
      aria-current={props.current || undefined}
      {...(index === null ? {} : { 'aria-rowindex': index })}
    >
      <td className={styles.select}>
        <input
          type="checkbox"
          aria-label={t('selectOne', { name })}
          checked={selected}
          onChange={(event) =>
            props.onSelect(
              id,
              event.target.checked,
              event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
            )
          }
        />
      </td>
      {number === null ? null : (
        <td className={styles.order}>
          {props.draggable ? (
            // The keyboard has Alt with the arrows and the row's menu.
            <span
              className={styles.handle}
              title={t('drag')}
              aria-hidden
              onPointerDown={(event) => props.onDrag(id, event)}
            >
              <DragIndicator />
            </span>
          ) : null}
          <span>{number}</span>
        </td>
      )}
      {columns.map((column) =>
        column.rowHeader ? (
          <th key={column.id} scope="row" data-column={column.id} data-name tabIndex={-1}>
            {column.cell(row)}
          </th>
        ) : (
          <td
            key={column.id}
            data-column={column.id}
            data-align={column.align}
            data-label={column.header}
            tabIndex={-1}
          >
            {column.cell(row)}
          </td>
        ),
      )}
      <td className={styles.menu} data-column="menu">
        {props.menu(row)}
      </td>
    </tr>
  )
}

/** Renders again only when what it shows is another: at a thousand rows an edit is one row. */
export const GridRow = memo(Row) as typeof Row
