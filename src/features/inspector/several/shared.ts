/** What several rows have in common: their one value, or `mixed`; of lists, what all of them hold. */
import { sameValue } from '../../../domain/process/equality.ts'
import { type Binding, controlId } from '../fields/binding.ts'

export const mixed = Symbol('mixed')
export type Shared<Value> = Value | typeof mixed

export function sharedOf<Row, Value>(rows: readonly Row[], read: (row: Row) => Value): Shared<Value> {
  const [first, ...others] = rows.map(read)
  if (first === undefined) return mixed
  return others.every((other) => sameValue(other, first)) ? first : mixed
}

/** Items that all lists hold, in the order of the first. */
export const commonOf = (lists: readonly (readonly string[])[]): string[] => {
  const [first = [], ...others] = lists
  return first.filter((item) => others.every((list) => list.includes(item)))
}

/** The list after the common ones became `next`: what was added is at the end, what was taken away is gone. */
export function withCommon(
  list: readonly string[],
  had: readonly string[],
  next: readonly string[],
): string[] {
  const removed = new Set(had.filter((item) => !next.includes(item)))
  const added = next.filter((item) => !had.includes(item) && !list.includes(item))
  return [...list.filter((item) => !removed.has(item)), ...added]
}

/** Changes all rows at once; `mergeKey` is given while typing. Returns why it was refused, or null. */
export type ChangeAll<Value> = (value: Value, mergeKey?: string) => string | null

interface SharedBindingOptions<Value> {
  readonly field: string
  readonly value: Value
  readonly readOnly: boolean
  readonly hidden?: string | null
  /** What tells this selection's typing from another's. */
  readonly mergeKey: string
  readonly change: ChangeAll<Value>
  readonly done: () => void
}

export const sharedBinding = <Value>(options: SharedBindingOptions<Value>): Binding<Value> => ({
  field: options.field,
  id: controlId(options.field),
  value: options.value,
  problems: [],
  readOnly: options.readOnly,
  hidden: options.hidden ?? null,
  set: (value) => options.change(value),
  type: (value) => options.change(value, `${options.mergeKey} ${options.field}`),
  done: options.done,
})
