import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import UnfoldMore from '@mui/icons-material/UnfoldMore'
import type { ReactNode } from 'react'
import styles from './tables.module.css'

export interface Column<Row> {
  readonly id: string
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'start' | 'end'
  /** The cell that names the row. Exactly one column. */
  readonly rowHeader?: boolean
  readonly sortable?: boolean
  readonly width?: number | string
}

export interface Sort {
  readonly by: string
  readonly direction: 'ascending' | 'descending'
}

interface DataTableProps<Row> {
  /** Says what the rows are and how many; heard, not seen. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
}

/** One box, so that what is in a card stands beside its label as one. Nothing where there is nothing. */
const Value = ({ children }: { readonly children: ReactNode }) =>
  children === null || children === '' ? null : <div className={styles.value}>{children}</div>

/** A native table; in a narrow place each row becomes a card. Sorting is the parent's. */
export function DataTable<Row>({ caption, columns, rows, rowId, sort, onSort }: DataTableProps<Row>) {
  const header = (column: Column<Row>) => {
    if (!column.sortable || !onSort) return column.header
    const active = sort?.by === column.id ? sort.direction : undefined
    const Icon = active === undefined ? UnfoldMore : active === 'ascending' ? ArrowUpward : ArrowDownward
    return (
      <button
        type="button"
        className={styles.sort}
        data-active={active}
        onClick={() =>
          onSort({ by: column.id, direction: active === 'ascending' ? 'descending' : 'ascending' })
        }
      >
        {column.header}
        <Icon aria-hidden />
      </button>
    )
  }
  return (
    <div className={styles.wrap}>
      <table className={`${styles.table} ${styles.stacked}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align}
                style={{ width: column.width }}
                {...(column.sortable
                  ? { 'aria-sort': sort?.by === column.id ? sort.direction : 'none' }
                  : {})}
              >
                {header(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row" data-align={column.align}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    data-align={column.align}
                    data-label={typeof column.header === 'string' ? column.header : undefined}
                  >
                    <Value>{column.cell(row)}</Value>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
