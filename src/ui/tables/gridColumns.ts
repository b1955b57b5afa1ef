/** The columns of a table that is edited in place: which are shown, in which order, and by which the rows are sorted. */
import type { ReactNode } from 'react'
import { language } from '../../text/entrance.ts'

export interface GridColumn<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The value as text, as it is copied to a spreadsheet. */
  readonly copied: (row: Row) => string
  /** What the rows are sorted by; a column without one cannot be sorted by. */
  readonly sortBy?: (row: Row) => string | number
  readonly align?: 'end'
  /** In pixels of normal letters, at least (`widthOf`); the column that names the row also takes what is left. */
  readonly width: number
  /** The cell that names the row: always shown, always first. Exactly one column. */
  readonly rowHeader?: true
  /** Not shown until somebody chooses it. */
  readonly optional?: true
}

export interface Sort {
  readonly by: string
  readonly direction: 'ascending' | 'descending'
}

export interface ColumnChoice {
  /** Ids in the chosen order; unknown ones are passed over, columns that came later stand where they are defined. */
  readonly order: readonly string[]
  /** Shown or not, where it differs from what the column is by default. */
  readonly shown: Readonly<Record<string, boolean>>
}

export const asDefined: ColumnChoice = { order: [], shown: {} }

/** What a letter of a column's name and of a choice takes, on average and amply, and what stands around them, in pixels. */
const [headLetter, headRoom, choiceLetter, choiceRoom] = [6.4, 28, 7.8, 52]

/** Its name is read whole, however long the language makes it. */
export const widthOf = ({ width, header }: Pick<GridColumn<unknown>, 'width' | 'header'>): number =>
  Math.max(width, Math.ceil(header.length * headLetter) + headRoom)

/** What a select takes whose choices are called so. */
export const widthOfChoices = (labels: readonly string[]): number =>
  Math.ceil(Math.max(...labels.map(({ length }) => length)) * choiceLetter) + choiceRoom

/** Larger letters need more room. */
export const asLength = (pixels: number): string => `${pixels / 16}rem`

type Choosable = Pick<GridColumn<unknown>, 'id' | 'rowHeader' | 'optional'>

export const isShown = (column: Choosable, { shown }: ColumnChoice): boolean =>
  column.rowHeader === true || (shown[column.id] ?? column.optional !== true)

/** All columns in the chosen order, the row's name first. */
export function ordered<Column extends Choosable>(
  columns: readonly Column[],
  { order }: ColumnChoice,
): Column[] {
  const known = order.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const result = [...known]
  for (const [index, column] of columns.entries()) {
    if (result.includes(column)) continue
    const before = columns.slice(0, index).findLast((other) => result.includes(other))
    result.splice(before ? result.indexOf(before) + 1 : 0, 0, column)
  }
  return [
    ...result.filter((column) => column.rowHeader === true),
    ...result.filter((column) => column.rowHeader !== true),
  ]
}

/** The choice with a column one place earlier or later among those that can move. */
export function withMoved(
  columns: readonly Choosable[],
  choice: ColumnChoice,
  id: string,
  by: -1 | 1,
): ColumnChoice {
  const ids = ordered(columns, choice).map((column) => column.id)
  const from = ids.indexOf(id)
  const to = from + by
  // The first place belongs to the row's name.
  if (from < 1 || to < 1 || to >= ids.length) return choice
  ids.splice(from, 1)
  ids.splice(to, 0, id)
  return { ...choice, order: ids }
}

/** The rows by the column; rows of the same value keep their order. Without a sort, the rows as they come. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const value = columns.find((column) => column.id === sort?.by)?.sortBy
  if (!sort || !value) return rows
  const { compare } = new Intl.Collator(language(), { numeric: true, sensitivity: 'base' })
  const sign = sort.direction === 'ascending' ? 1 : -1
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) =>
      typeof a.value === 'number' && typeof b.value === 'number'
        ? sign * (a.value - b.value)
        : sign * compare(String(a.value), String(b.value)),
    )
    .map(({ row }) => row)
}
