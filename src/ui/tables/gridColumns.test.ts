import { describe, expect, it } from 'vitest'
import { asDefined, type GridColumn, isShown, ordered, sortedRows, withMoved } from './gridColumns.ts'

interface Person {
  readonly name: string
  readonly age: number
}
const column = (id: string, more: Partial<GridColumn<Person>> = {}): GridColumn<Person> => ({
  id,
  header: id,
  width: 100,
  cell: () => null,
  copied: () => '',
  ...more,
})
const columns = [
  column('name', { rowHeader: true, sortBy: ({ name }) => name }),
  column('age', { sortBy: ({ age }) => age }),
  column('notes', { optional: true }),
  column('mail'),
]
const ids = (choice = asDefined) => ordered(columns, choice).map(({ id }) => id)

describe('the columns of a table', () => {
  it('stand as they are defined until somebody moves one', () => {
    expect(ids()).toEqual(['name', 'age', 'notes', 'mail'])
    const moved = withMoved(columns, asDefined, 'mail', -1)
    expect(ids(moved)).toEqual(['name', 'age', 'mail', 'notes'])
    expect(ids(withMoved(columns, moved, 'age', 1))).toEqual(['name', 'mail', 'age', 'notes'])
  })

  it('never come before the name of the row', () => {
    expect(ids(withMoved(columns, asDefined, 'age', -1))).toEqual(['name', 'age', 'notes', 'mail'])
    expect(ids({ order: ['mail', 'name'], shown: {} })[0]).toBe('name')
  })

  it('that came later stand where they are defined, and unknown ones are passed over', () => {
    expect(ids({ order: ['name', 'mail', 'gone', 'age'], shown: {} })).toEqual([
      'name',
      'mail',
      'age',
      'notes',
    ])
  })

  it('are shown as chosen, the name always', () => {
    const shown = (choice = asDefined) => columns.filter((one) => isShown(one, choice)).map(({ id }) => id)
    expect(shown()).toEqual(['name', 'age', 'mail'])
    expect(shown({ order: [], shown: { notes: true, mail: false, name: false } })).toEqual([
      'name',
      'age',
      'notes',
    ])
  })

  it('sort rows by number and by word, and keep their order where alike', () => {
    const rows = [
      { name: 'Stage 10', age: 3 },
      { name: 'stage 2', age: 3 },
      { name: 'Änderung', age: 1 },
    ]
    const names = (by: string, direction: 'ascending' | 'descending') =>
      sortedRows(rows, columns, { by, direction }).map(({ name }) => name)
    expect(names('name', 'ascending')).toEqual(['Änderung', 'stage 2', 'Stage 10'])
    expect(names('age', 'descending')).toEqual(['Stage 10', 'stage 2', 'Änderung'])
    expect(sortedRows(rows, columns, null)).toBe(rows)
  })
})
