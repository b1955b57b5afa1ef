/** Rows of one table of our own file, completed: defaults for missing columns, ids for rows without one. */
import { toSnakeCase } from '../../domain/process/wire.ts'
import { type Loss, Unreadable } from '../reading.ts'

interface Table {
  readonly file: string
  /** Name of the list in the file: `stages`. */
  readonly table: string
  readonly list: unknown
  /** A row of defaults with every column the table has; empty where nothing may be left out. */
  readonly defaults: object
  /** Columns that a row may lack without anybody missing them, by their code names. */
  readonly optional?: readonly string[]
  readonly newId: () => string
  readonly losses: Loss[]
}

/** @throws Unreadable where the list is none, a row is none, or two rows have one id. */
export function readRows({
  file,
  table,
  list,
  defaults,
  optional = [],
  newId,
  losses,
}: Table): Record<string, unknown>[] {
  if (list === undefined) return []
  const path = table === 'process' ? table : `process.${table}`
  if (!Array.isArray(list))
    throw new Unreadable(
      `${file}, ${path}`,
      'This has to be a list.',
      'Correct it there and import the file again.',
    )
  const columns = new Set(Object.keys(defaults))
  const spare = new Set(optional.map(toSnakeCase))
  const missing = new Set<string>()
  const unknown = new Set<string>()
  const ids = new Set<string>()
  const rows = list.map((item: unknown, index) => {
    const where = table === 'process' ? `${file}, process` : `${file}, ${path}[${index}]`
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      throw new Unreadable(where, 'This has to be an object.', 'Correct it there and import the file again.')
    const row: Record<string, unknown> = columns.size === 0 ? { ...item } : { ...defaults, id: undefined }
    if (columns.size > 0)
      for (const [key, value] of Object.entries(item)) {
        if (columns.has(key) || spare.has(key)) row[key] = value
        else unknown.add(key)
      }
    for (const key of columns) if (key !== 'id' && !Object.hasOwn(item, key)) missing.add(key)
    if (row.id === undefined || row.id === '') row.id = newId()
    if (row.id === '__proto__')
      throw new Unreadable(where, 'This id is reserved.', 'Give the row another id.')
    if (typeof row.id === 'string' && ids.has(row.id))
      throw new Unreadable(where, `The id “${row.id}” comes twice.`, 'Give each row an id of its own.')
    ids.add(String(row.id))
    return row
  })
  const note = (kind: Loss['kind'], names: ReadonlySet<string>, sentence: string) => {
    if (names.size > 0)
      losses.push({
        kind,
        what: table,
        isName: true,
        where: file,
        sentence: `${sentence} ${[...names].slice(0, 12).join(', ')}.`,
      })
  }
  note('guessed', missing, 'Not in the file, so the defaults were taken:')
  note('dropped', unknown, 'Unknown, so left out:')
  return rows
}
