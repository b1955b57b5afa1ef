/** Takes out of what is held here what its reader may not see any more. Loads where a company hides something. */
import type { ProcessDiff, RowChange, TableDiff } from './diff.ts'
import {
  type HidingTable,
  hiddenNames,
  isHidden,
  neutralised,
  type Row,
  type Rows,
  withHidden,
} from './hidden.ts'
import type { ProcessDocument } from './process.ts'
import type { ReferenceData } from './reference.ts'

/** The document without the values that its reader may not see any more. The same document where it has none. */
export function concealed(
  document: ProcessDocument,
  reference: Pick<ReferenceData, 'hidden'>,
): ProcessDocument {
  const stages = concealedRows('stages', document.stages, hiddenNames(reference, 'stages'))
  const transitions = concealedRows(
    'transitions',
    document.transitions,
    hiddenNames(reference, 'transitions'),
  )
  return stages === document.stages && transitions === document.transitions
    ? document
    : { ...document, stages, transitions }
}

/** The same of a change: what became of hidden fields is not in it. */
export function concealedDiff(diff: ProcessDiff, reference: Pick<ReferenceData, 'hidden'>): ProcessDiff {
  return {
    ...diff,
    stages: concealedTable('stages', diff.stages, hiddenNames(reference, 'stages')),
    transitions: concealedTable('transitions', diff.transitions, hiddenNames(reference, 'transitions')),
  }
}

function concealedRows<R extends Row>(table: HidingTable, rows: Rows<R>, names: readonly string[]): Rows<R> {
  if (names.length === 0) return rows
  let next: Record<string, R> | null = null
  for (const id in rows) {
    const row = rows[id]
    if (!row || names.every((name) => isHidden(row, name))) continue
    next ??= { ...rows }
    next[id] = withHidden(neutralised(table, row, names), [...new Set([...names, ...(row.hidden ?? [])])])
  }
  return next ?? rows
}

function concealedTable<R extends Row>(
  table: HidingTable,
  diff: TableDiff<R>,
  names: readonly string[],
): TableDiff<R> {
  if (names.length === 0) return diff
  const gone = new Set([...names, 'hidden'])
  const without = (fields: Partial<R>): Partial<R> =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !gone.has(name))) as Partial<R>
  const updated = Object.entries(diff.updated).flatMap(([id, change]): [string, RowChange<R>][] => {
    const [from, to] = [without(change.from), without(change.to)]
    return Object.keys({ ...from, ...to }).length > 0 ? [[id, { from, to }]] : []
  })
  return {
    added: concealedRows(table, diff.added, names),
    updated: Object.fromEntries(updated),
    removed: concealedRows(table, diff.removed, names),
  }
}
