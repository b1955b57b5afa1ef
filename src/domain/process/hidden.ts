/**
 * What its reader may not see of a process. Such a field holds what a new row holds there, its row names it in
 * `hidden`, and it stays as it is: no command changes it, a copy does not carry it, a merge takes it as theirs.
 */
import { sameValue } from './equality.ts'
import type { ProcessDocument } from './process.ts'
import type { ReferenceData } from './reference.ts'
import { newStage, type SalesStage } from './stage.ts'
import { newTransition, type StageTransition } from './transition.ts'

export type Row = SalesStage | StageTransition
export type Rows<R extends Row> = Readonly<Record<string, R>>
export type HidingTable = 'stages' | 'transitions'
const tables: readonly HidingTable[] = ['stages', 'transitions']

const kinds = { stages: 'stage.', transitions: 'transition.' } as const
const neutral = {
  stages: new Map<string, unknown>(Object.entries(newStage({ id: '', stageName: '' }))),
  transitions: new Map<string, unknown>(
    Object.entries(newTransition({ id: '', fromStageId: null, toStageId: '' })),
  ),
}

/** Names of the fields of a table that this reader may not see in any row. */
export const hiddenNames = ({ hidden = [] }: Pick<ReferenceData, 'hidden'>, table: HidingTable): string[] =>
  hidden.filter((field) => field.startsWith(kinds[table])).map((field) => field.slice(kinds[table].length))

/** Whether this row says that its reader may not see the field. */
export const isHidden = (row: object | undefined, field: string): boolean =>
  row !== undefined && 'hidden' in row && Array.isArray(row.hidden) && row.hidden.includes(field)

/** Whether some of the document is hidden from its reader. */
export const hasHidden = ({ stages, transitions }: ProcessDocument): boolean =>
  [...Object.values(stages), ...Object.values(transitions)].some(({ hidden }) => hidden !== undefined)

/** Whether this reader may not see the field of the row, or could not if it held something. */
export const isUnseen = (reference: Pick<ReferenceData, 'hidden'>, row: Row, field: string): boolean =>
  isHidden(row, field) ||
  hiddenNames(reference, 'toStageId' in row ? 'transitions' : 'stages').includes(field)

/** The first hidden field that the second document holds otherwise. Rows that are new hold nothing there either. */
export function hiddenChange(
  before: ProcessDocument,
  after: ProcessDocument,
  reference: Pick<ReferenceData, 'hidden'>,
): { readonly table: HidingTable; readonly id: string; readonly field: string } | null {
  for (const table of tables) {
    if (before[table] === after[table]) continue
    const everywhere = hiddenNames(reference, table)
    for (const id in after[table]) {
      const [had, row] = [before[table][id], after[table][id]]
      if (had === row || !had || !row) continue
      const field = [...(had.hidden ?? []), ...everywhere].find(
        (name) => !sameValue(held(had, name), held(row, name)),
      )
      if (field !== undefined) return { table, id, field }
    }
  }
  return null
}

/** Rows that `before` does not have without what cannot be carried into them: hidden fields as in a new row. */
export function withoutHiddenInNew(
  before: ProcessDocument,
  after: ProcessDocument,
  reference: Pick<ReferenceData, 'hidden'>,
): ProcessDocument {
  return {
    ...after,
    stages: shownInNew('stages', before.stages, after.stages, hiddenNames(reference, 'stages')),
    transitions: shownInNew(
      'transitions',
      before.transitions,
      after.transitions,
      hiddenNames(reference, 'transitions'),
    ),
  }
}

function shownInNew<R extends Row>(
  table: HidingTable,
  before: Rows<R>,
  after: Rows<R>,
  names: readonly string[],
): Rows<R> {
  if (before === after) return after
  let next: Record<string, R> | null = null
  for (const id in after) {
    const row = after[id]
    if (before[id] || !row || (names.length === 0 && !row.hidden)) continue
    next ??= { ...after }
    next[id] = withHidden(neutralised(table, row, names), [])
  }
  return next ?? after
}

/** A row that comes in whole, with what is hidden of either as `had` holds it. */
export function keepingHidden<R extends Row>(had: R | undefined, row: R): R {
  const names = [...(had?.hidden ?? []), ...(row.hidden ?? [])]
  if (!had || names.length === 0) return row
  const kept = new Map(Object.entries(had))
  const values = Object.entries(row).filter(([name]) => !names.includes(name))
  const hidden = names.flatMap((name) => (kept.has(name) ? [[name, kept.get(name)] as const] : []))
  return withHidden({ ...(Object.fromEntries([...values, ...hidden]) as R) }, had.hidden ?? [])
}

/**
 * Without the names of hidden fields that `base` has no hidden value for: what is sent has nothing there that a
 * backend could keep.
 */
export function withKeptHidden(document: ProcessDocument, base: ProcessDocument | null): ProcessDocument {
  const stages = keptIn(document.stages, base?.stages)
  const transitions = keptIn(document.transitions, base?.transitions)
  return stages === document.stages && transitions === document.transitions
    ? document
    : { ...document, stages, transitions }
}

function keptIn<R extends Row>(rows: Rows<R>, base: Rows<R> | undefined): Rows<R> {
  if (rows === base) return rows
  let next: Record<string, R> | null = null
  for (const id in rows) {
    const row = rows[id]
    const kept = row?.hidden?.filter((name) => isHidden(base?.[id], name))
    if (!row || !kept || kept.length === row.hidden?.length) continue
    next ??= { ...rows }
    next[id] = withHidden(row, kept)
  }
  return next ?? rows
}

/** Whether both show the same fields of the rows that they share. */
export const showAlike = (a: ProcessDocument, b: ProcessDocument): boolean =>
  tables.every((table) =>
    Object.entries(a[table]).every(([id, row]) => {
      const other = b[table][id]
      return other === undefined || sameValue(row.hidden, other.hidden)
    }),
  )

/** With what a new row holds in the named fields; one that a new row lacks is taken off. */
export function neutralised<R extends Row>(table: HidingTable, row: R, names: readonly string[]): R {
  const entries = Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
    if (!names.includes(name)) return [[name, value]]
    return neutral[table].has(name) ? [[name, neutral[table].get(name)]] : []
  })
  return Object.fromEntries(entries) as R
}

export function withHidden<R extends Row>(row: R, names: readonly string[]): R {
  const { hidden: _, ...seen } = row
  return (names.length > 0 ? { ...seen, hidden: [...names] } : seen) as R
}

const held = (row: object, name: string): unknown => new Map(Object.entries(row)).get(name)
