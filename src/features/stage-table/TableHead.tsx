import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import UnfoldMore from '@mui/icons-material/UnfoldMore'
import { useEffect, useRef } from 'react'
import { useText } from '../../text/index.ts'
import type { StageTableModel } from './StageTableRow.tsx'
import styles from './stageTable.module.css'

const words = { asc: 'ascending', desc: 'descending' } as const

interface TableHeadProps {
  readonly table: StageTableModel
  readonly shown: readonly string[]
  readonly selected: ReadonlySet<string>
  readonly onSelectAll: (selected: boolean) => void
}

/** Column names, with what they are sorted by, and one box for all rows. */
export function TableHead({ table, shown, selected, onSelectAll }: TableHeadProps) {
  const t = useText('stageTable')
  const box = useRef<HTMLInputElement>(null)
  const chosen = shown.filter((id) => selected.has(id)).length
  const some = chosen > 0 && chosen < shown.length
  useEffect(() => {
    if (box.current) box.current.indeterminate = some
  }, [some])
  const sorted = table.state.sorting.length > 0
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.select}>
          <span className="sr-only">{t('select')}</span>
          <input
            ref={box}
            type="checkbox"
            aria-label={t('selectAll')}
            checked={shown.length > 0 && chosen === shown.length}
            onChange={(event) => onSelectAll(event.target.checked)}
          />
        </th>
        <th scope="col" className={styles.order} aria-sort={sorted ? 'none' : 'ascending'}>
          <button type="button" className={styles.sort} onClick={() => table.setSorting([])}>
            <span aria-hidden>#</span>
            <span className="sr-only">{t('order')}</span>
            {sorted ? <UnfoldMore aria-hidden className={styles.sortIcon ?? ''} /> : null}
          </button>
        </th>
        {table.getLeafHeaders().map((header) => {
          const { column } = header
          const { meta } = column.columnDef
          const direction = column.getIsSorted()
          const Icon = direction === false ? UnfoldMore : direction === 'asc' ? ArrowUpward : ArrowDownward
          const sortable = column.getCanSort()
          return (
            <th
              key={header.id}
              scope="col"
              data-column={column.id}
              data-align={meta?.align}
              style={{ width: meta?.width }}
              {...(sortable ? { 'aria-sort': direction === false ? 'none' : words[direction] } : {})}
            >
              {sortable ? (
                <button
                  type="button"
                  className={styles.sort}
                  data-active={direction !== false || undefined}
                  onClick={column.getToggleSortingHandler()}
                >
                  <table.FlexRender header={header} />
                  <Icon aria-hidden className={styles.sortIcon ?? ''} />
                </button>
              ) : (
                <table.FlexRender header={header} />
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
