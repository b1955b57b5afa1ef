/**
 * Whether a rule can hold at all, and whether it can fail: interval arithmetic over comparisons of a field with
 * fixed values. Sound, not complete: what it cannot decide is `sometimes`.
 */
import type { Logic, RuleOperator } from '../process/rule.ts'
import { operationOf } from '../process/ruleOperation.ts'
import * as intervals from './intervals.ts'

export type Truth = 'never' | 'always' | 'sometimes'

/**
 * The values of each field for which a part may hold. A key also tells the kind of values (numbers, text, days from
 * today), so that they never mix. `exact`: the part holds for all of them, so its negation is known too.
 */
interface Region {
  readonly sets: ReadonlyMap<string, intervals.IntervalSet>
  readonly exact: boolean
}
type Known = 'never' | 'always' | Region

const unknown: Known = { sets: new Map(), exact: false }
const cache = new WeakMap<object, Known>()

/** The truth of all given rules together, each already known to parse. */
export function truthOf(rules: readonly Logic[]): Truth {
  const known = conjunction(rules.map(knownOf))
  return typeof known === 'string' ? known : 'sometimes'
}

function knownOf(logic: Logic): Known {
  if (typeof logic !== 'object' || logic === null) return solve(logic)
  const had = cache.get(logic)
  if (had) return had
  const known = solve(logic)
  cache.set(logic, known)
  return known
}

function solve(logic: Logic): Known {
  if (typeof logic === 'boolean') return logic ? 'always' : 'never'
  const operation = operationOf(logic)
  if (!operation) return unknown
  const { operator, args } = operation
  const [first = null, second = null, third = null] = args
  switch (operator) {
    case 'and':
      return conjunction(args.map(solve))
    case 'or':
      return disjunction(args.map(solve))
    case '!':
      return negation(solve(first))
    case '!!':
      return solve(first)
    case 'var':
      return region(`is set: ${String(first)}`, intervals.point('yes'))
    case 'between':
      return conjunction([comparison('>=', first, second), comparison('<=', first, third)])
    case 'in':
      return membership(first, second)
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const pair = comparison(operator, first, second)
      return args.length === 3 ? conjunction([pair, comparison(operator, second, third)]) : pair
    }
    default:
      return unknown
  }
}

const region = (key: string, set: intervals.IntervalSet): Known =>
  intervals.isEmpty(set)
    ? 'never'
    : intervals.isEverything(set)
      ? 'always'
      : { sets: new Map([[key, set]]), exact: true }

function conjunction(parts: readonly Known[]): Known {
  const sets = new Map<string, intervals.IntervalSet>()
  let exact = true
  for (const part of parts) {
    if (part === 'never') return 'never'
    if (part === 'always') continue
    exact &&= part.exact
    for (const [key, set] of part.sets) {
      const had = sets.get(key)
      const both = had ? intervals.intersection(had, set) : set
      if (intervals.isEmpty(both)) return 'never'
      sets.set(key, both)
    }
  }
  return sets.size === 0 && exact ? 'always' : { sets, exact }
}

function disjunction(parts: readonly Known[]): Known {
  if (parts.includes('always')) return 'always'
  const regions = parts.filter((part): part is Region => typeof part !== 'string')
  if (regions.length === 0) return 'never'
  const unions = new Map<string, intervals.IntervalSet>()
  for (const { sets, exact } of regions) {
    const [only, ...more] = sets
    if (!only || more.length > 0 || !exact) continue
    const [key, set] = only
    const had = unions.get(key)
    const either = had ? intervals.union(had, set) : set
    if (intervals.isEverything(either)) return 'always'
    unions.set(key, either)
  }
  const [only] = regions
  if (only && regions.length === 1) return only
  const decided = regions.every(({ sets, exact }) => exact && sets.size === 1)
  return decided && unions.size === 1 ? { sets: unions, exact: true } : unknown
}

function negation(part: Known): Known {
  if (part === 'never') return 'always'
  if (part === 'always') return 'never'
  const [only, ...more] = part.sets
  if (!only || more.length > 0 || !part.exact) return unknown
  return region(only[0], intervals.complement(only[1]))
}

type Comparator = Extract<RuleOperator, '==' | '!=' | '<' | '<=' | '>' | '>='>
const mirrored: Readonly<Record<Comparator, Comparator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function comparison(operator: Comparator, left: Logic, right: Logic): Known {
  const [leftField, rightField] = [fieldOf(left), fieldOf(right)]
  if (leftField !== null && leftField === rightField)
    return operator === '==' || operator === '<=' || operator === '>=' ? 'always' : 'never'
  const [leftValue, rightValue] = [fixedValueOf(left), fixedValueOf(right)]
  if (leftField !== null && rightValue)
    return region(`${rightValue.kind}: ${leftField}`, valuesThat(operator, rightValue.value))
  if (rightField !== null && leftValue)
    return region(`${leftValue.kind}: ${rightField}`, valuesThat(mirrored[operator], leftValue.value))
  if (leftValue && rightValue && leftValue.kind === rightValue.kind) {
    const holds = intervals.intersection(
      intervals.point(leftValue.value),
      valuesThat(operator, rightValue.value),
    )
    return intervals.isEmpty(holds) ? 'never' : 'always'
  }
  return unknown
}

function valuesThat(operator: Comparator, value: intervals.Value): intervals.IntervalSet {
  switch (operator) {
    case '==':
      return intervals.point(value)
    case '!=':
      return intervals.complement(intervals.point(value))
    case '<':
    case '<=':
      return intervals.below(value, operator === '<=')
    case '>':
    case '>=':
      return intervals.above(value, operator === '>=')
  }
}

function membership(needle: Logic, list: Logic): Known {
  const key = fieldOf(needle)
  if (key === null || !Array.isArray(list)) return unknown
  const values = list.map(fixedValueOf)
  const kind = values[0]?.kind
  if (list.length === 0) return 'never'
  if (!values.every((value) => value?.kind === kind)) return unknown
  const points = values.flatMap((value) => (value ? [intervals.point(value.value)] : []))
  return region(
    `${kind}: ${key}`,
    points.reduce<intervals.IntervalSet>((set, one) => intervals.union(set, one), []),
  )
}

/** The field's key where the logic is a plain field without a value for "empty". */
function fieldOf(logic: Logic): string | null {
  const operation = operationOf(logic)
  const [key] = operation?.args ?? []
  return operation?.operator === 'var' && operation.args.length === 1 && typeof key === 'string' ? key : null
}

function fixedValueOf(logic: Logic): { kind: string; value: intervals.Value } | null {
  if (typeof logic === 'number') return { kind: 'number', value: logic }
  if (typeof logic === 'string') return { kind: 'text', value: logic }
  if (typeof logic === 'boolean') return { kind: 'yes or no', value: String(logic) }
  const operation = operationOf(logic)
  const [days] = operation?.args ?? []
  return operation?.operator === 'relative_date' && typeof days === 'number'
    ? { kind: 'days from today', value: days }
    : null
}
