/**
 * Three-way merge of single values, by what they are: a set by its items, rules by their ids, a record by its keys,
 * anything else as a whole. Symmetric in mine and theirs but for the order of items, where mine goes first.
 */
import { sameValue } from './equality.ts'

/** A value both sides changed differently. `at` is empty, or the key inside the field (a rule's id, a record's key). */
export interface Clash {
  readonly at: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export interface MergedValue<Value> {
  readonly value: Value
  /** Where there are any, `value` holds mine at these places. */
  readonly clashes: readonly Clash[]
}

const settled = <Value>(value: Value): MergedValue<Value> => ({ value, clashes: [] })

/** One side changed it, or both alike: no question. Null where both changed it differently. */
function withoutQuestion<Value>(base: Value, mine: Value, theirs: Value): MergedValue<Value> | null {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return settled(mine)
  return sameValue(base, mine) ? settled(theirs) : null
}

/** As a whole. */
export function mergeWhole<Value>(base: Value, mine: Value, theirs: Value): MergedValue<Value> {
  return withoutQuestion(base, mine, theirs) ?? { value: mine, clashes: [{ at: '', base, mine, theirs }] }
}

/** What each side added is in, what each side took out is out. Never clashes. */
export function mergeSet(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergedValue<string[]> {
  const easy = withoutQuestion(base, mine, theirs)
  if (easy) return settled([...easy.value])
  const [had, kept] = [new Set(base), new Set(theirs)]
  const ours = mine.filter((item) => !had.has(item) || kept.has(item))
  const known = new Set([...mine, ...base])
  return settled([...new Set([...ours, ...theirs.filter((item) => !known.has(item))])])
}

interface WithId {
  readonly id: string
}

/** Item by item, told apart by id. A rule deleted on one side and edited on the other clashes. */
export function mergeById<Item extends WithId>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
): MergedValue<Item[]> {
  const easy = withoutQuestion(base, mine, theirs)
  if (easy) return settled([...easy.value])
  // An id that stands twice cannot tell items apart.
  if ([base, mine, theirs].some(hasTwins)) {
    const whole = mergeWhole(base, mine, theirs)
    return { value: [...whole.value], clashes: whole.clashes }
  }
  const [b, m, t] = [base, mine, theirs].map((items) => new Map(items.map((item) => [item.id, item]))) as [
    Map<string, Item>,
    Map<string, Item>,
    Map<string, Item>,
  ]
  const clashes: Clash[] = []
  const items = sequence(ids(base), ids(mine), ids(theirs)).flatMap((id): Item[] => {
    const merged = mergeWhole(b.get(id), m.get(id), t.get(id))
    if (merged.clashes.length === 0) return merged.value ? [merged.value] : []
    clashes.push({ at: id, base: b.get(id), mine: m.get(id), theirs: t.get(id) })
    const provisional = m.get(id) ?? t.get(id)
    return provisional ? [provisional] : []
  })
  return { value: items, clashes }
}

/** Key by key. */
export function mergeRecord<Value>(
  base: Readonly<Record<string, Value>>,
  mine: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
): MergedValue<Record<string, Value>> {
  const clashes: Clash[] = []
  const merged: Record<string, Value> = {}
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
    const one = mergeWhole(base[key], mine[key], theirs[key])
    for (const clash of one.clashes) clashes.push({ ...clash, at: key })
    const value = one.clashes.length > 0 ? (mine[key] ?? theirs[key]) : one.value
    if (value !== undefined) merged[key] = value
  }
  return { value: merged, clashes }
}

/**
 * One order out of two: that of the side which moved things about (mine where both did), with what only the other
 * side has put in behind what stands before it there. Ids that neither side has are not in it.
 */
export function sequence(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const [inMine, inTheirs] = [new Set(mine), new Set(theirs)]
  const common = new Set(base.filter((id) => inMine.has(id) && inTheirs.has(id)))
  const relative = (order: readonly string[]) => order.filter((id) => common.has(id))
  const mineMoved = !sameValue(relative(mine), relative(base))
  const theirsMoved = !sameValue(relative(theirs), relative(base))
  const [skeleton, other] = theirsMoved && !mineMoved ? [theirs, mine] : [mine, theirs]
  const order = [...skeleton]
  const placed = new Set(order)
  for (const [index, id] of other.entries()) {
    if (placed.has(id)) continue
    const before = other.slice(0, index).findLast((previous) => placed.has(previous))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
    placed.add(id)
  }
  return order
}

const ids = (items: readonly WithId[]): string[] => items.map((item) => item.id)
const hasTwins = (items: readonly WithId[]): boolean => new Set(ids(items)).size !== items.length
