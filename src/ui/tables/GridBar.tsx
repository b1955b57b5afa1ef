import Close from '@mui/icons-material/Close'
import Search from '@mui/icons-material/Search'
import type { ReactNode } from 'react'
import { useText } from '../../text/entrance.ts'
import { announce } from '../announcer/index.ts'
import { TextField } from '../forms/index.ts'
import { ColumnsButton } from './ColumnsButton.tsx'
import { FacetButton } from './FacetButton.tsx'
import { type Facet, type GridQuery, isEverything, withToggled } from './facets.ts'
import styles from './gridBar.module.css'
import type { ColumnChoice, GridColumn, Sort } from './gridColumns.ts'

interface GridBarProps<Row> {
  readonly label: string
  readonly placeholder: string
  readonly rows: readonly Row[]
  readonly facets: readonly Facet<Row>[]
  readonly query: GridQuery
  /** Rows there would be, said once typing pauses. */
  readonly foundWords: (query: GridQuery) => string
  readonly onQuery: (query: GridQuery) => void
  /** Says how many rows there are, or how many of them are shown. */
  readonly count: string
  readonly columns?: {
    readonly all: readonly Pick<GridColumn<Row>, 'id' | 'header' | 'rowHeader' | 'optional'>[]
    readonly choice: ColumnChoice
    readonly onChoice: (choice: ColumnChoice) => void
  }
  /** Where rows have an order of their own: what they are sorted by instead. */
  readonly sorted?: { readonly sort: Sort | null; readonly header: string; readonly onBack: () => void }
  readonly children?: ReactNode
}

/** Search, filters, columns, how many; below them what narrows the view now, each a button that takes it back. */
export function GridBar<Row>(props: GridBarProps<Row>) {
  const { query, onQuery, facets, columns, sorted } = props
  const t = useText('tables')
  const change = (next: GridQuery) => {
    onQuery(next)
    announce(props.foundWords(next), { topic: 'rows found', afterTyping: true })
  }
  const chips = facets.flatMap((facet) =>
    facet.options
      .filter(({ value }) => query.facets[facet.id]?.includes(value))
      .map((option) => ({ facet, ...option })),
  )
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.search}>
          <TextField
            label={props.label}
            hideLabel
            type="search"
            placeholder={props.placeholder}
            start={<Search aria-hidden sx={{ fontSize: 18, mr: 0.75, color: 'var(--color-text-subtle)' }} />}
            value={query.search}
            onChange={(event) => change({ ...query, search: event.target.value })}
          />
        </div>
        <FacetButton
          rows={props.rows}
          facets={facets}
          chosen={query.facets}
          onChange={(next) => change({ ...query, facets: next })}
        />
        {columns ? <ColumnsButton {...columns} /> : null}
        <p className={styles.count}>{props.count}</p>
        {props.children}
      </div>
      {chips.length > 0 || sorted?.sort ? (
        <div className={styles.chips}>
          {sorted?.sort ? (
            <p className={styles.sorted}>
              {t(`sorted_${sorted.sort.direction}`, { column: sorted.header })}{' '}
              <button type="button" onClick={sorted.onBack}>
                {t('backToOrder')}
              </button>
            </p>
          ) : null}
          {chips.map(({ facet, value, label }) => (
            <button
              key={`${facet.id} ${value}`}
              type="button"
              className={styles.chip}
              aria-label={t('removeFilter', { facet: facet.label, value: label })}
              onClick={() => change({ ...query, facets: withToggled(query.facets, facet.id, value) })}
            >
              <span>{t('chip', { facet: facet.label, value: label })}</span>
              <Close aria-hidden />
            </button>
          ))}
          {isEverything(query) ? null : (
            <button type="button" className={styles.clear} onClick={() => change({ search: '', facets: {} })}>
              {t('clearFilters')}
            </button>
          )}
        </div>
      ) : null}
    </>
  )
}
