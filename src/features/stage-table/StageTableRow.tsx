import DragIndicator from '@mui/icons-material/DragIndicator'
import type { ReactTable, Row } from '@tanstack/react-table'
import { memo, type PointerEvent, type ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import type { features } from './columns.tsx'
import type { StageRow } from './stageRows.ts'
import styles from './stageTable.module.css'

export type StageTableModel = ReactTable<typeof features, StageRow>
type TableRow = Row<typeof features, StageRow>

interface StageTableRowProps {
  readonly table: Pick<StageTableModel, 'FlexRender'>
  readonly row: TableRow
  readonly selected: boolean
  readonly current: boolean
  readonly dragging: boolean
  readonly drop: 'before' | 'after' | null
  readonly draggable: boolean
  readonly menu: (row: StageRow) => ReactNode
  readonly onSelect: (id: string, selected: boolean, through: boolean) => void
  readonly onDrag: (id: string, event: PointerEvent<HTMLElement>) => void
}

export const StageTableRow = memo(function StageTableRow(props: StageTableRowProps) {
  const t = useText('stageTable')
  const { table, row, selected, draggable } = props
  const { stage, number } = row.original
  const name = stage.stageName.trim() || t('unnamed')
  return (
    <tr
      id={`stage-row-${stage.id}`}
      data-stage={stage.id}
      data-selected={selected || undefined}
      data-inactive={stage.isActive ? undefined : true}
      data-dragging={props.dragging || undefined}
      data-drop={props.drop ?? undefined}
      aria-current={props.current || undefined}
    >
      <td className={styles.select}>
        <input
          type="checkbox"
          aria-label={t('selectOne', { name })}
          checked={selected}
          onChange={(event) =>
            props.onSelect(
              stage.id,
              event.target.checked,
              event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
            )
          }
        />
      </td>
      <td className={styles.order}>
        {draggable ? (
          // The keyboard has Alt with the arrows and the row's menu.
          <span
            className={styles.handle}
            title={t('drag')}
            aria-hidden
            onPointerDown={(event) => props.onDrag(stage.id, event)}
          >
            <DragIndicator />
          </span>
        ) : null}
        <span>{number}</span>
      </td>
      {row.getAllCells().map((cell) => {
        const { meta, header } = cell.column.columnDef
        const content = <table.FlexRender key={cell.id} cell={cell} />
        return meta?.rowHeader ? (
          <th key={cell.id} scope="row" data-column={cell.column.id}>
            {content}
          </th>
        ) : (
          <td
            key={cell.id}
            data-column={cell.column.id}
            data-align={meta?.align}
            data-label={typeof header === 'string' ? header : undefined}
          >
            {content}
          </td>
        )
      })}
      <td className={styles.menu}>{props.menu(row.original)}</td>
    </tr>
  )
}, sameProps)

/** The table hands out new rows at every change; only what a row shows makes it render again. */
function sameProps(a: StageTableRowProps, b: StageTableRowProps): boolean {
  return (
    a.row.original === b.row.original &&
    a.selected === b.selected &&
    a.current === b.current &&
    a.dragging === b.dragging &&
    a.drop === b.drop &&
    a.draggable === b.draggable &&
    a.menu === b.menu &&
    a.onSelect === b.onSelect &&
    a.onDrag === b.onDrag
  )
}
