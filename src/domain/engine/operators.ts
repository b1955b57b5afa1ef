/**
 * The operators of rules with their meaning fixed by type: nothing is converted, so '1' is not 1 and nothing equals a
 * date but a date. An empty field is null: null equals only null, and no order or arithmetic holds for it.
 */
import { readPattern } from '../process/pattern.ts'
import type { Logic, RuleOperator } from '../process/rule.ts'
import { dayAfter, dayOf, isDate } from './dates.ts'

/** What a rule looks at: the deal's fields, today, and inside some/all/none the item. */
export interface RuleScope {
  readonly fields: Readonly<Record<string, Logic>>
  /** ISO 8601, UTC. */
  readonly now: string
  readonly item?: Logic
}

type Value = Logic

/** JsonLogic's truth: null, false, 0, an empty text and an empty list are not true. */
export function isTrue(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

export function isEqual(a: Value, b: Value): boolean {
  if (isDate(a) && isDate(b)) return compare(a, b) === 0
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null))
  return a === b
}

/** Negative, 0 or positive; null where the two cannot be ordered. A day is compared with a moment by day. */
export function compare(a: Value, b: Value): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a !== 'string' || typeof b !== 'string') return null
  if (isDate(a) !== isDate(b)) return null
  if (isDate(a) && a.length > 10 && b.length > 10) return Date.parse(a) - Date.parse(b)
  const [left, right] = isDate(a) ? [dayOf(a), dayOf(b)] : [a, b]
  return left < right ? -1 : left > right ? 1 : 0
}

const ordered = (holds: (order: number) => boolean) => (values: Value[]) =>
  values.slice(1).every((right, index) => {
    const order = compare(values[index] ?? null, right)
    return order !== null && holds(order)
  })

const texts =
  (holds: (text: string, part: string) => boolean) =>
  ([text, part]: Value[]) =>
    typeof text === 'string' && typeof part === 'string' && part !== '' && holds(text, part)

/** Null in, null out; so is everything that is no finite number. */
const numbers = (calculate: (values: number[]) => number) => (values: Value[]) => {
  const given = values.filter((value) => typeof value === 'number')
  const result = given.length === values.length ? calculate(given) : Number.NaN
  return Number.isFinite(result) ? result : null
}

function includes([needle = null, hay]: Value[]): boolean {
  if (Array.isArray(hay)) return hay.some((item) => isEqual(item, needle))
  return typeof hay === 'string' && typeof needle === 'string' && needle !== '' && hay.includes(needle)
}

/** All but the logical connectives, `var` and the quantifiers, which need the engine (see evaluateRule.ts). */
export const plainOperators: Readonly<
  Record<
    Exclude<RuleOperator, 'var' | 'and' | 'or' | 'some' | 'all' | 'none'>,
    (values: Value[], scope: RuleScope) => Value
  >
> = {
  '!': ([value = null]) => !isTrue(value),
  '!!': ([value = null]) => isTrue(value),
  '==': ([a = null, b = null]) => isEqual(a, b),
  '!=': ([a = null, b = null]) => !isEqual(a, b),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  in: includes,
  starts_with: texts((text, part) => text.startsWith(part)),
  ends_with: texts((text, part) => text.endsWith(part)),
  matches: texts((text, source) => {
    const reading = readPattern(source)
    return reading.ok && reading.pattern.matches(text)
  }),
  between: ([value = null, low = null, high = null]) => {
    const [above, below] = [compare(value, low), compare(value, high)]
    return above !== null && below !== null && above >= 0 && below <= 0
  },
  relative_date: ([days], { now }) => (typeof days === 'number' ? dayAfter(now, days) : null),
  '+': numbers((values) => values.reduce((sum, value) => sum + value, 0)),
  '-': numbers(([first = 0, second]) => (second === undefined ? -first : first - second)),
  '*': numbers((values) => values.reduce((product, value) => product * value, 1)),
  '/': numbers(([first = 0, second = 0]) => first / second),
}
