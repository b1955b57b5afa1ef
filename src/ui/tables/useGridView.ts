/** What of a table is shown: searched, filtered, sorted, and by which columns. Rows stay whose they are. */
import { useMemo, useState } from 'react'
import { everything, type Facet, findRows, type GridQuery } from './facets.ts'
import { type GridColumn, isShown, ordered, type Sort, sortedRows } from './gridColumns.ts'
import { useColumnChoice } from './useColumnChoice.ts'

interface GridSource<Row> {
  /** One word, under which this device remembers the columns. */
  readonly name: string
  readonly rows: readonly Row[]
  /** All there are. */
  readonly columns: readonly GridColumn<Row>[]
  readonly facets: readonly Facet<Row>[]
  readonly rowId: (row: Row) => string
  /** What is searched. */
  readonly textOf: (row: Row) => string
}

/** `bar` and `table` are for `GridBar` and `GridTable`. */
export function useGridView<Row>({ name, rows, columns: all, facets, rowId, textOf }: GridSource<Row>) {
  const [query, setQuery] = useState<GridQuery>(everything)
  const [sort, setSort] = useState<Sort | null>(null)
  const [choice, setChoice] = useColumnChoice(name)
  const columns = useMemo(
    () => ordered(all, choice).filter((column) => isShown(column, choice)),
    [all, choice],
  )
  const found = useMemo(() => findRows(rows, query, facets, textOf), [rows, query, facets, textOf])
  const shown = useMemo(() => sortedRows(found, all, sort), [found, all, sort])
  const ids = useMemo(() => shown.map(rowId), [shown, rowId])
  return {
    /** As shown, in this order. */
    ids,
    columnIds: columns.map(({ id }) => id),
    sort,
    showAll: () => setQuery(everything),
    countOf: (next: GridQuery) => findRows(rows, next, facets, textOf).length,
    bar: {
      rows,
      facets,
      query,
      onQuery: setQuery,
      columns: { all, choice, onChoice: setChoice },
      sorted: {
        sort,
        header: all.find(({ id }) => id === sort?.by)?.header ?? '',
        onBack: () => setSort(null),
      },
    },
    table: { columns, rows: shown, rowId, sort, onSort: setSort },
  }
}
