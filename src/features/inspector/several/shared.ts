/** What several rows have in common: their one value, or `mixed`. */
import { sameValue } from '../../../domain/process/equality.ts'

export const mixed = Symbol('mixed')
export type Shared<Value> = Value | typeof mixed

export function sharedOf<Row, Value>(rows: readonly Row[], read: (row: Row) => Value): Shared<Value> {
  const [first, ...others] = rows.map(read)
  if (first === undefined) return mixed
  return others.every((other) => sameValue(other, first)) ? first : mixed
}
