/**
 * The comparisons that the simple editor can write and read: an operator with its words, by the type of the field.
 * Reading is exact: a part of a rule that none of them would have written is left to the expert.
 */
import { sameValue } from '../../../domain/process/equality.ts'
import type { FieldType } from '../../../domain/process/field.ts'
import type { Logic } from '../../../domain/process/rule.ts'

type Shape = 'none' | 'one' | 'two' | 'many'

export interface ComparisonKind {
  readonly id: ComparisonId
  /** How many values stand beside the field. */
  readonly values: Shape
  readonly write: (key: string, values: readonly Logic[]) => Logic
}

export type ComparisonId =
  | 'is'
  | 'isNot'
  | 'yes'
  | 'no'
  | 'atLeast'
  | 'atMost'
  | 'more'
  | 'less'
  | 'between'
  | 'oneOf'
  | 'notOneOf'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'endsWith'
  | 'filled'
  | 'empty'
  | 'known'
  | 'unknown'

const of = (key: string): Logic => ({ var: key })
const binary =
  (operator: string) =>
  (key: string, [value = null]: readonly Logic[]): Logic => ({ [operator]: [of(key), value] })

export const comparisonKinds: readonly ComparisonKind[] = [
  { id: 'yes', values: 'none', write: (key) => ({ '==': [of(key), true] }) },
  { id: 'no', values: 'none', write: (key) => ({ '==': [of(key), false] }) },
  { id: 'known', values: 'none', write: (key) => ({ '!=': [of(key), null] }) },
  { id: 'unknown', values: 'none', write: (key) => ({ '==': [of(key), null] }) },
  { id: 'filled', values: 'none', write: (key) => ({ '!!': [of(key)] }) },
  { id: 'empty', values: 'none', write: (key) => ({ '!': [of(key)] }) },
  { id: 'is', values: 'one', write: binary('==') },
  { id: 'isNot', values: 'one', write: binary('!=') },
  { id: 'atLeast', values: 'one', write: binary('>=') },
  { id: 'atMost', values: 'one', write: binary('<=') },
  { id: 'more', values: 'one', write: binary('>') },
  { id: 'less', values: 'one', write: binary('<') },
  {
    id: 'between',
    values: 'two',
    write: (key, [low = null, high = null]) => ({ between: [of(key), low, high] }),
  },
  { id: 'oneOf', values: 'many', write: (key, values) => ({ in: [of(key), [...values]] }) },
  { id: 'notOneOf', values: 'many', write: (key, values) => ({ '!': [{ in: [of(key), [...values]] }] }) },
  { id: 'contains', values: 'one', write: (key, [value = null]) => ({ in: [value, of(key)] }) },
  { id: 'notContains', values: 'one', write: (key, [value = null]) => ({ '!': [{ in: [value, of(key)] }] }) },
  { id: 'startsWith', values: 'one', write: binary('starts_with') },
  { id: 'endsWith', values: 'one', write: binary('ends_with') },
]

export const kindOf = (id: ComparisonId): ComparisonKind => {
  const kind = comparisonKinds.find((known) => known.id === id)
  if (!kind) throw new Error(`There is no comparison ${id}.`)
  return kind
}

/** 0 and no are values, so for numbers and dates "filled" asks for a value, not for a true one. */
const sized = ['atLeast', 'atMost', 'more', 'less', 'between', 'is', 'isNot', 'known', 'unknown'] as const
const worded = ['is', 'isNot', 'oneOf', 'notOneOf', 'filled', 'empty'] as const

const byType: Readonly<Record<FieldType, readonly ComparisonId[]>> = {
  text: ['contains', 'notContains', 'startsWith', 'endsWith', ...worded],
  user: worded,
  select: worded,
  multiselect: ['contains', 'notContains', 'filled', 'empty'],
  boolean: ['yes', 'no', 'known', 'unknown'],
  number: sized,
  currency: sized,
  date: sized,
}

/** What may be asked of a field; of an unknown one, everything. */
export const comparisonsFor = (type: FieldType | undefined): readonly ComparisonId[] =>
  type === undefined ? comparisonKinds.map(({ id }) => id) : byType[type]

export interface Comparison {
  readonly key: string
  readonly id: ComparisonId
  readonly values: readonly Logic[]
}

/** A value that can be typed: a plain one, or a day counted from today. */
export function isPlainValue(logic: Logic): boolean {
  if (logic === null || typeof logic !== 'object') return true
  if (Array.isArray(logic)) return false
  return typeof logic.relative_date === 'number' && Object.keys(logic).length === 1
}

/** The comparison that a part of a rule is; null where the simple editor cannot show it. */
export function readComparison(logic: Logic): Comparison | null {
  const key = firstField(logic)
  if (key === null) return null
  const operands = operandsOf(logic, key)
  for (const { id, values, write } of comparisonKinds) {
    const given = values === 'many' ? operands.flatMap((item) => (Array.isArray(item) ? item : [])) : operands
    const count = { none: 0, one: 1, two: 2, many: given.length }[values]
    const shown = given.slice(0, count)
    if (shown.length !== count || !shown.every(isPlainValue)) continue
    if (sameValue(normal(write(key, shown)), normal(logic))) return { key, id, values: shown }
  }
  return null
}

export const writeComparison = ({ key, id, values }: Comparison): Logic => kindOf(id).write(key, values)

const isObject = (logic: Logic | undefined): logic is { [key: string]: Logic } =>
  typeof logic === 'object' && logic !== null && !Array.isArray(logic)

const argsOf = (logic: Logic): readonly Logic[] => {
  if (!isObject(logic)) return []
  const [given] = Object.values(logic)
  return given === undefined ? [] : Array.isArray(given) ? given : [given]
}

/** The key of the field that the part is about, through one "not". */
function firstField(logic: Logic): string | null {
  if (!isObject(logic)) return null
  if (isObject(logic['!']) || Array.isArray(logic['!'])) {
    const [inner = null] = argsOf(logic)
    if (isObject(inner) && inner.var === undefined) return firstField(inner)
  }
  for (const arg of argsOf(logic)) {
    const name = isObject(arg) ? arg.var : undefined
    if (typeof name === 'string') return name
    if (Array.isArray(name) && name.length === 1 && typeof name[0] === 'string') return name[0]
  }
  return null
}

/** What stands beside the field. */
function operandsOf(logic: Logic, key: string): readonly Logic[] {
  const args = argsOf(logic)
  const [inner = null] = args
  if (isObject(logic) && logic['!'] !== undefined && isObject(inner) && inner.var === undefined)
    return operandsOf(inner, key)
  return args.filter((arg) => !(isObject(arg) && arg.var !== undefined))
}

/** The same rule with single arguments always in a list, and `var` always a plain key: two spellings of one thing. */
function normal(logic: Logic): Logic {
  if (Array.isArray(logic)) return logic.map(normal)
  if (!isObject(logic)) return logic
  return Object.fromEntries(
    Object.entries(logic).map(([operator, args]): [string, Logic] => {
      if (operator === 'var')
        return [operator, Array.isArray(args) && args.length === 1 ? (args[0] ?? '') : args]
      if (operator === 'relative_date') return [operator, args]
      return [operator, Array.isArray(args) ? args.map(normal) : [normal(args)]]
    }),
  )
}
