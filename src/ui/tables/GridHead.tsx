import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import UnfoldMore from '@mui/icons-material/UnfoldMore'
import { useEffect, useRef } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './grid.module.css'
import { asLength, type GridColumn, type Sort, widthOf } from './gridColumns.ts'
import head from './gridHead.module.css'

interface GridHeadProps {
  readonly columns: readonly Pick<
    GridColumn<never>,
    'id' | 'header' | 'align' | 'width' | 'rowHeader' | 'sortBy'
  >[]
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  /** Rows have an order of their own, in a column before all others. */
  readonly hasOrder: boolean
  readonly shown: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelectAll: (selected: boolean) => void
}

/** Column names, with what they are sorted by, and one box for all rows. A third press gives up sorting. */
export function GridHead(props: GridHeadProps) {
  const { columns, sort, onSort, hasOrder, shown, selected, onSelectAll } = props
  const t = useText('tables')
  const box = useRef<HTMLInputElement>(null)
  const chosen = shown.filter((id) => selected.has(id)).length
  const some = chosen > 0 && chosen < shown.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = some
  }, [some])
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.select}>
          <span className="sr-only">{t('selection')}</span>
          <input
            ref={box}
            type="checkbox"
            aria-label={t('selectAll')}
            checked={shown.length > 0 && chosen === shown.length}
            onChange={(event) => onSelectAll(event.target.checked)}
          />
        </th>
        {hasOrder ? (
          <th scope="col" className={styles.order} aria-sort={sort ? 'none' : 'ascending'}>
            <button
              type="button"
              className={head.sort}
              data-active={sort ? undefined : true}
              onClick={() => onSort(null)}
            >
              <span aria-hidden>#</span>
              <span className="sr-only">{t('order')}</span>
              {sort ? <UnfoldMore aria-hidden className={head.sortIcon ?? ''} /> : null}
            </button>
          </th>
        ) : null}
        {columns.map((column) => {
          const { id, header, align, rowHeader, sortBy } = column
          const direction = sort?.by === id ? sort.direction : null
          const Icon =
            direction === null ? UnfoldMore : direction === 'ascending' ? ArrowUpward : ArrowDownward
          const next: Sort | null =
            direction === null
              ? { by: id, direction: 'ascending' }
              : direction === 'ascending'
                ? { by: id, direction: 'descending' }
                : null
          return (
            <th
              key={id}
              scope="col"
              data-column={id}
              data-name={rowHeader}
              data-align={align}
              style={{ width: rowHeader ? undefined : asLength(widthOf(column)) }}
              {...(sortBy ? { 'aria-sort': direction ?? 'none' } : {})}
            >
              {sortBy ? (
                <button
                  type="button"
                  className={head.sort}
                  data-active={direction === null ? undefined : true}
                  onClick={() => onSort(next)}
                >
                  <span className={head.words} title={header}>
                    {header}
                  </span>
                  <Icon aria-hidden className={head.sortIcon ?? ''} />
                </button>
              ) : (
                header
              )}
            </th>
          )
        })}
        <th scope="col" className={styles.menu}>
          <span className="sr-only">{t('actions')}</span>
        </th>
      </tr>
    </thead>
  )
}
