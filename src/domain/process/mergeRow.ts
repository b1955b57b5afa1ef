/** Three-way merge of one row, field by field, each field by its own manner (reliability §3.5). */
import type { Side } from './conflict.ts'
import { sameValue } from './equality.ts'
import { isHidden } from './hidden.ts'
import { type Clash, type MergedValue, mergeById, mergeRecord, mergeSet, mergeWhole } from './mergeValues.ts'
import type { TableName } from './process.ts'

type Fields = Readonly<Record<string, unknown>>
type Manner = 'whole' | 'set' | 'rules' | 'record' | 'mine wins' | 'theirs wins' | 'later'

/** Kept by the backend: no edit of a person, never a question. */
const bookkeeping = {
  companyId: 'theirs wins',
  processId: 'theirs wins',
  createdAt: 'theirs wins',
  updatedAt: 'theirs wins',
  createdByUserId: 'theirs wins',
  updatedByUserId: 'theirs wins',
  hidden: 'theirs wins',
} as const

/** Fields that are not merged as a whole. `later`: the order of stages is merged as one sequence (merge.ts). */
const manners: Readonly<Record<TableName | 'process', Readonly<Record<string, Manner>>>> = {
  process: { ...bookkeeping, revision: 'theirs wins', policies: 'record', stageMigrations: 'record' },
  stages: {
    ...bookkeeping,
    position: 'mine wins',
    stageOrder: 'later',
    requiredFields: 'set',
    lockedFields: 'set',
    categoryIds: 'set',
    entryActionIds: 'set',
    exitActionIds: 'set',
    exitChecklist: 'set',
    lineage: 'set',
    validationRules: 'rules',
    transitionRules: 'rules',
  },
  transitions: { ...bookkeeping, actionIds: 'set', conditions: 'rules' },
  scenarios: {},
  waivers: {},
  comments: { editedAt: 'mine wins' },
}

/** Fields that only make sense together, so that no merge marks a stage as won and lost. Named by the first. */
const units: Readonly<Partial<Record<TableName | 'process', readonly (readonly [string, ...string[]])[]>>> = {
  stages: [['isClosedWon', 'isClosedLost']],
  transitions: [['fromStageId', 'isGlobal']],
}

/** A clash inside a row; of fields that belong together, the values are objects with all of them. */
export interface RowClash extends Clash {
  readonly field: string
}

export interface MergedRow<Row> {
  readonly row: Row
  readonly clashes: readonly RowClash[]
}

/**
 * Where a field clashes, `chosen` decides by the clash's place; undecided, the row holds mine and the clash is
 * reported. A row that both sides added has no base: every difference clashes.
 */
export function mergeRow<Row extends { readonly id: string }>(
  table: TableName | 'process',
  sides: { readonly base: Row | undefined; readonly mine: Row; readonly theirs: Row },
  chosen: (field: string, at: string) => Side | undefined,
): MergedRow<Row> {
  const base: Fields = { ...sides.base }
  const mine: Fields = { ...sides.mine }
  const theirs: Fields = { ...sides.theirs }
  const row: Record<string, unknown> = { ...mine }
  const clashes: RowClash[] = []
  const together = units[table] ?? []
  const inUnit = new Set(together.flat())

  const settle = (field: string, of: MergedValue<unknown>, take: (clash: Clash, side: Side) => void) => {
    for (const clash of of.clashes) {
      const side = chosen(field, clash.at)
      if (side === undefined) clashes.push({ ...clash, field })
      else take(clash, side)
    }
  }
  for (const unit of together) {
    const [field] = unit
    const pick = (from: Fields) => Object.fromEntries(unit.map((name) => [name, from[name]]))
    const merged = mergeWhole(sides.base ? pick(base) : undefined, pick(mine), pick(theirs))
    Object.assign(row, merged.value)
    settle(field, merged, (_, side) => Object.assign(row, pick(side === 'mine' ? mine : theirs)))
  }
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    // However a field merges, mine stays where they left it alone or both sides say the same.
    if (inUnit.has(field) || sameValue(base[field], theirs[field]) || sameValue(mine[field], theirs[field]))
      continue
    const manner = unseen(field, mine, theirs) ? 'theirs wins' : (manners[table][field] ?? 'whole')
    const merged = mergeField(manner, base[field], mine[field], theirs[field])
    row[field] = merged.value
    settle(field, merged, (clash, side) => {
      row[field] = clash.at === '' ? clash[side] : replaced(row[field], clash.at, clash[side])
    })
  }
  const same = Object.keys(row).every((field) => row[field] === mine[field])
  return { row: same ? sides.mine : (row as Row), clashes }
}

/** Whether the field is what a side holds in the place of a value that it may not see: no edit of a person. */
const unseen = (field: string, one: object, other: object): boolean =>
  isHidden(one, field) || isHidden(other, field)

/** Whether the row was changed by a person: a new place, number or time stamp is no reason to keep a deleted row. */
export function isEdited(table: TableName, before: object, after: object): boolean {
  const [was, is]: Fields[] = [{ ...before }, { ...after }]
  return Object.keys({ ...was, ...is }).some((field) => {
    const manner = manners[table][field]
    if (manner === 'mine wins' || manner === 'theirs wins' || manner === 'later') return false
    if (unseen(field, before, after)) return false
    return !sameValue(was?.[field], is?.[field])
  })
}

function mergeField(manner: Manner, base: unknown, mine: unknown, theirs: unknown): MergedValue<unknown> {
  switch (manner) {
    case 'set':
      return mergeSet(strings(base), strings(mine), strings(theirs))
    case 'rules':
      return mergeById(rules(base), rules(mine), rules(theirs))
    case 'record':
      return mergeRecord(record(base), record(mine), record(theirs))
    case 'whole':
      return mergeWhole(base, mine, theirs)
    case 'theirs wins':
    case 'mine wins':
    case 'later': {
      const merged = mergeWhole(base, mine, theirs)
      return {
        value: merged.clashes.length > 0 && manner === 'theirs wins' ? theirs : merged.value,
        clashes: [],
      }
    }
  }
}

/** The list or record with the item at the key replaced; taken out where the item is undefined. */
function replaced(value: unknown, at: string, item: unknown): unknown {
  if (!Array.isArray(value)) {
    const { [at]: _, ...others } = record(value)
    return item === undefined ? others : { ...others, [at]: item }
  }
  const items = rules(value)
  const next = rules(item === undefined ? [] : [item])
  return items.some((had) => had.id === at)
    ? items.flatMap((had) => (had.id === at ? next : [had]))
    : [...items, ...next]
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
const rules = (value: unknown): { readonly id: string }[] =>
  Array.isArray(value)
    ? value.filter(
        (item): item is { id: string } => typeof item === 'object' && item !== null && 'id' in item,
      )
    : []
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
