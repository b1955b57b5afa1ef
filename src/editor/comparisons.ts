/**
 * The comparisons that people pick from: an operator by its sales word, offered by the type of the field. Reading
 * never loses anything: what none of them says is null here, and whoever shows it keeps it as it was written.
 */
import type { FieldType } from '../domain/process/field.ts'
import type { Logic } from '../domain/process/rule.ts'
import { operationOf } from '../domain/process/ruleOperation.ts'

export const comparisonIds = [
  'is',
  'isNot',
  'yes',
  'no',
  'atLeast',
  'atMost',
  'more',
  'less',
  'between',
  'notBetween',
  'inNext',
  'inLast',
  'oneOf',
  'notOneOf',
  'contains',
  'notContains',
  'containsAny',
  'containsNone',
  'containsOnly',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'matches',
  'notMatches',
  'filled',
  'empty',
  'known',
  'unknown',
] as const
export type ComparisonId = (typeof comparisonIds)[number]

/** How many values stand beside the field. `days` is a whole number of days, at least 1. */
export type ComparisonShape = 'none' | 'one' | 'two' | 'many' | 'days'

export interface Comparison {
  /** The field's key. */
  readonly key: string
  readonly id: ComparisonId
  /** Plain values, days counted from today (`relative_date`) or other fields (`var`). */
  readonly values: readonly Logic[]
}

const none: ReadonlySet<ComparisonId> = new Set(['yes', 'no', 'filled', 'empty', 'known', 'unknown'])
const many: ReadonlySet<ComparisonId> = new Set([
  'oneOf',
  'notOneOf',
  'containsAny',
  'containsNone',
  'containsOnly',
])

export function shapeOf(id: ComparisonId): ComparisonShape {
  if (none.has(id)) return 'none'
  if (many.has(id)) return 'many'
  if (id === 'between' || id === 'notBetween') return 'two'
  return id === 'inNext' || id === 'inLast' ? 'days' : 'one'
}

/** 0 and no are values, so for numbers and dates "filled" asks for a value, not for a true one. */
const sized = [
  'atLeast',
  'atMost',
  'more',
  'less',
  'between',
  'notBetween',
  'is',
  'isNot',
  'known',
  'unknown',
] as const
const worded = ['is', 'isNot', 'oneOf', 'notOneOf', 'filled', 'empty'] as const

const byType: Readonly<Record<FieldType, readonly ComparisonId[]>> = {
  text: [
    'contains',
    'notContains',
    'startsWith',
    'notStartsWith',
    'endsWith',
    'notEndsWith',
    'matches',
    'notMatches',
    ...worded,
  ],
  user: worded,
  select: worded,
  multiselect: ['contains', 'notContains', 'containsAny', 'containsNone', 'containsOnly', 'filled', 'empty'],
  boolean: ['yes', 'no', 'known', 'unknown'],
  number: sized,
  currency: sized,
  date: ['inNext', 'inLast', ...sized],
}

/** What may be asked of a field; of an unknown one, everything. */
export const comparisonsFor = (type: FieldType | undefined): readonly ComparisonId[] =>
  type === undefined ? comparisonIds : byType[type]

/** The key of `{var: key}`, with or without a list around it; null for anything else. */
export function fieldKeyOf(logic: Logic | undefined): string | null {
  const operation = operationOf(logic ?? null)
  if (operation?.operator !== 'var' || operation.args.length !== 1) return null
  const [key] = operation.args
  return typeof key === 'string' && key !== '' ? key : null
}

/** Days counted from today, negative for the past; null for anything else. */
export function relativeDaysOf(logic: Logic | undefined): number | null {
  const operation = operationOf(logic ?? null)
  if (operation?.operator !== 'relative_date' || operation.args.length !== 1) return null
  const [days] = operation.args
  return typeof days === 'number' ? days : null
}

const isPlain = (logic: Logic | undefined): logic is string | number | boolean | null =>
  logic !== undefined && (logic === null || typeof logic !== 'object')

/** What may stand beside a field. */
const isValue = (logic: Logic | undefined): logic is Logic =>
  isPlain(logic) || relativeDaysOf(logic) !== null || fieldKeyOf(logic) !== null

const negations: Partial<Record<ComparisonId, ComparisonId>> = {
  oneOf: 'notOneOf',
  contains: 'notContains',
  startsWith: 'notStartsWith',
  endsWith: 'notEndsWith',
  matches: 'notMatches',
  between: 'notBetween',
}
const flipped = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
const binary = { '<': 'less', '<=': 'atMost', '>': 'more', '>=': 'atLeast' } as const

/** The comparison that a part of a rule is; null where it is none of them. */
export function readComparison(logic: Logic): Comparison | null {
  const operation = operationOf(logic)
  if (!operation) return null
  const { operator, args } = operation
  const [first, second, third] = args
  const key = fieldKeyOf(first)
  switch (operator) {
    case 'var':
      return asked(fieldKeyOf(logic), 'filled')
    case '!!':
      return asked(key, 'filled')
    case '!': {
      if (key !== null) return asked(key, 'empty')
      if (operationOf(first ?? null)?.operator === '!') return null
      const inner = readComparison(first ?? null)
      const id = inner ? negations[inner.id] : undefined
      return inner && id ? { ...inner, id } : null
    }
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (args.length !== 2) return null
      return key === null ? twoSided(flipped[operator], second, first) : twoSided(operator, first, second)
    case 'starts_with':
    case 'ends_with':
      return args.length === 2 && isValue(second)
        ? asked(key, operator === 'starts_with' ? 'startsWith' : 'endsWith', [second])
        : null
    case 'matches':
      return args.length === 2 && isValue(second) ? asked(key, 'matches', [second]) : null
    case 'between':
      return args.length === 3 && isValue(second) && isValue(third) ? span(key, second, third) : null
    case 'in':
      if (Array.isArray(second)) return second.every(isPlain) ? asked(key, 'oneOf', second) : null
      return isValue(first) ? asked(fieldKeyOf(second), 'contains', [first]) : null
    case 'some':
    case 'all':
    case 'none':
      return quantified(operator, key, second)
    default:
      return null
  }
}

const asked = (key: string | null, id: ComparisonId, values: readonly Logic[] = []): Comparison | null =>
  key === null ? null : { key, id, values }

function twoSided(
  operator: keyof typeof flipped,
  variable: Logic | undefined,
  value: Logic | undefined,
): Comparison | null {
  const key = fieldKeyOf(variable)
  if (key === null || !isValue(value)) return null
  if (operator !== '==' && operator !== '!=') return asked(key, binary[operator], [value])
  if (value === null) return asked(key, operator === '==' ? 'unknown' : 'known')
  if (operator === '==' && typeof value === 'boolean') return asked(key, value ? 'yes' : 'no')
  return asked(key, operator === '==' ? 'is' : 'isNot', [value])
}

function span(key: string | null, low: Logic, high: Logic): Comparison | null {
  const [from, to] = [relativeDaysOf(low), relativeDaysOf(high)]
  if (from === 0 && to !== null && to >= 1) return asked(key, 'inNext', [to])
  if (to === 0 && from !== null && from <= -1) return asked(key, 'inLast', [-from])
  return asked(key, 'between', [low, high])
}

const quantifiers = { some: 'containsAny', none: 'containsNone', all: 'containsOnly' } as const

/** Items of a field that are one of some values. */
function quantified(
  operator: keyof typeof quantifiers,
  key: string | null,
  test: Logic | undefined,
): Comparison | null {
  const operation = operationOf(test ?? null)
  const [item, list] = operation?.args ?? []
  const variable = operationOf(item ?? null)
  if (variable?.operator !== 'var' || variable.args[0] !== '' || operation?.args.length !== 2) return null
  if (operation.operator === '==' && isPlain(list)) return asked(key, quantifiers[operator], [list])
  if (operation.operator !== 'in' || !Array.isArray(list) || !list.every(isPlain)) return null
  return asked(key, quantifiers[operator], list)
}

export function writeComparison({ key, id, values }: Comparison): Logic {
  const field: Logic = { var: key }
  const [value = null, second = null] = values
  const days = typeof value === 'number' ? value : 0
  switch (id) {
    case 'yes':
    case 'no':
      return { '==': [field, id === 'yes'] }
    case 'known':
      return { '!=': [field, null] }
    case 'unknown':
      return { '==': [field, null] }
    case 'filled':
      return { '!!': [field] }
    case 'empty':
      return { '!': [field] }
    case 'is':
      return { '==': [field, value] }
    case 'isNot':
      return { '!=': [field, value] }
    case 'atLeast':
      return { '>=': [field, value] }
    case 'atMost':
      return { '<=': [field, value] }
    case 'more':
      return { '>': [field, value] }
    case 'less':
      return { '<': [field, value] }
    case 'between':
      return { between: [field, value, second] }
    case 'inNext':
      return { between: [field, { relative_date: 0 }, { relative_date: days }] }
    case 'inLast':
      return { between: [field, { relative_date: -days }, { relative_date: 0 }] }
    case 'oneOf':
      return { in: [field, [...values]] }
    case 'contains':
      return { in: [value, field] }
    case 'startsWith':
      return { starts_with: [field, value] }
    case 'endsWith':
      return { ends_with: [field, value] }
    case 'matches':
      return { matches: [field, value] }
    case 'containsAny':
      return { some: [field, { in: [{ var: '' }, [...values]] }] }
    case 'containsNone':
      return { none: [field, { in: [{ var: '' }, [...values]] }] }
    case 'containsOnly':
      return { all: [field, { in: [{ var: '' }, [...values]] }] }
    case 'notOneOf':
    case 'notContains':
    case 'notStartsWith':
    case 'notEndsWith':
    case 'notMatches':
    case 'notBetween':
      return { '!': [writeComparison({ key, id: positive[id], values })] }
  }
}

const positive = {
  notOneOf: 'oneOf',
  notContains: 'contains',
  notStartsWith: 'startsWith',
  notEndsWith: 'endsWith',
  notMatches: 'matches',
  notBetween: 'between',
} as const
