/**
 * Reads a rule back as one plain sentence: "Amount is at least 10,000 and Budget confirmed is yes". Total: a broken
 * rule is read as far as it goes, an unknown field by its key.
 */
import type { OpportunityField } from '../process/field.ts'
import { isMasked } from '../process/masking.ts'
import { type Logic, type RuleOperator, ruleLimits } from '../process/rule.ts'
import { operationOf } from '../process/ruleOperation.ts'
import { isDate } from './dates.ts'

export type FieldsByKey = Readonly<Record<string, Pick<OpportunityField, 'label' | 'type'>>>

/** Without a full stop, so that it can stand inside another sentence. */
export function ruleSentence(rule: Logic, fields: FieldsByKey): string {
  if (isMasked(rule)) return 'a condition that is hidden holds'
  return condition(rule, { fields, item: null, levels: readable }, false) || unreadable
}

/** A field's current value in words: "Amount is 500", "Budget confirmed is empty". */
export function valueSentence(key: string, value: Logic, fields: FieldsByKey): string {
  return `${labelOf(key, fields)} is ${valueInWords(value)}`
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
const dates = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })

/** "10,000", "yes", "31 January 2026", "“Inbound”", "empty", "“A”, “B”". */
export function valueInWords(value: Logic): string {
  if (value === null || value === '') return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return numbers.format(value)
  if (typeof value === 'string') return isDate(value) ? dates.format(new Date(value)) : `“${value}”`
  if (!Array.isArray(value)) return 'a value that cannot be read'
  return value.length > 0
    ? value.map((item) => (typeof item === 'object' ? '…' : valueInWords(item))).join(', ')
    : 'empty'
}

/** What `var` with an empty key stands for inside some/all/none: "an item of Renewal risks". */
interface Reading {
  readonly fields: FieldsByKey
  readonly item: string | null
  /** How much deeper it is read; a sound rule never uses them up. */
  readonly levels: number
}

const readable = 3 * ruleLimits.depth
const unreadable = 'something that cannot be read'

const labelOf = (key: string, fields: FieldsByKey): string =>
  (Object.hasOwn(fields, key) && fields[key]?.label.trim()) || key

const comparisons: Partial<Record<RuleOperator, readonly [holds: string, not: string]>> = {
  '==': ['is', 'is not'],
  '!=': ['is not', 'is'],
  '<': ['is less than', 'is at least'],
  '<=': ['is at most', 'is more than'],
  '>': ['is more than', 'is at most'],
  '>=': ['is at least', 'is less than'],
  starts_with: ['starts with', 'does not start with'],
  ends_with: ['ends with', 'does not end with'],
  matches: ['matches the pattern', 'does not match the pattern'],
}
const dateComparisons: typeof comparisons = {
  '<': ['is before', 'is on or after'],
  '<=': ['is on or before', 'is after'],
  '>': ['is after', 'is on or before'],
  '>=': ['is on or after', 'is before'],
}

/** `inside`: a part of a larger sentence, so "A or B" needs brackets. */
function condition(rule: Logic, around: Reading, inside: boolean, negated = false): string {
  if (around.levels === 0) return unreadable
  const reading = { ...around, levels: around.levels - 1 }
  if (typeof rule === 'boolean') return rule === negated ? 'never' : 'always'
  const operation = operationOf(rule)
  if (!operation) return unreadable
  const { operator, args } = operation
  const [first = null, second = null] = args
  const not = negated ? 'not ' : ''
  switch (operator) {
    case 'and':
    case 'or': {
      const parts = args.map((arg) => condition(arg, reading, args.length > 1 || negated))
      const joined = parts.join(` ${operator} `)
      if (negated) return `not (${joined})`
      return inside && parts.length > 1 ? `(${joined})` : joined
    }
    case '!':
      return condition(first, reading, inside, !negated)
    case '!!':
      return operationOf(first)?.operator === 'var'
        ? filled(first, reading, negated)
        : condition(first, reading, inside, negated)
    case 'var':
      return filled(rule, reading, negated)
    case 'in':
      return membership(first, second, reading, not)
    case 'between':
      return span(args, reading, not)
    case 'some':
    case 'all':
    case 'none':
      return quantified(operator, first, second, reading, negated)
    default:
      return comparison(operator, args, reading, negated)
  }
}

function comparison(
  operator: RuleOperator,
  args: readonly Logic[],
  reading: Reading,
  negated: boolean,
): string {
  const [first = null, second = null, third] = args
  if (third !== undefined) {
    const [low, high] = operator === '<' ? ['more than', 'less than'] : ['at least', 'at most']
    const both = `${operand(second, reading)} is ${low} ${operand(first, reading)} and ${high} ${operand(third, reading)}`
    return negated ? `not (${both})` : both
  }
  const words = (isAboutDates(args, reading) ? dateComparisons[operator] : undefined) ?? comparisons[operator]
  if (!words) return `${negated ? 'not ' : ''}${operand({ [operator]: [...args] }, reading)}`
  return `${operand(first, reading)} ${words[negated ? 1 : 0]} ${operand(second, reading)}`
}

function filled(variable: Logic, reading: Reading, negated: boolean): string {
  const { fields } = reading
  const key = operationOf(variable)?.args[0]
  const name = operand(variable, reading)
  if (typeof key === 'string' && Object.hasOwn(fields, key) && fields[key]?.type === 'boolean')
    return `${name} is ${negated ? 'no' : 'yes'}`
  return negated ? `${name} is empty` : `${name} is filled in`
}

function membership(needle: Logic, hay: Logic, reading: Reading, not: string): string {
  if (Array.isArray(hay)) {
    const values = hay.map((item) => operand(item, reading))
    return values.length === 1
      ? `${operand(needle, reading)} is ${not}${values[0]}`
      : `${operand(needle, reading)} is ${not}one of ${values.join(', ')}`
  }
  return `${operand(hay, reading)} ${not ? 'does not include' : 'includes'} ${operand(needle, reading)}`
}

function quantified(
  operator: 'some' | 'all' | 'none',
  list: Logic,
  test: Logic,
  reading: Reading,
  negated: boolean,
): string {
  const listed = listedIn(test)
  if (listed) {
    const words = operand(list, reading)
    const values = valueInWords([...listed])
    if (listed.length === 1 && operator !== 'all')
      return `${words} ${(operator === 'some') === negated ? 'does not include' : 'includes'} ${values}`
    const sentence = `${words} includes ${{ some: 'any of', all: 'only', none: 'none of' }[operator]} ${values}`
    return negated ? `not (${sentence})` : sentence
  }
  const opening = { some: 'at least one of', all: 'each of', none: 'none of' }[operator]
  const sentence = condition(test, { ...reading, item: `${opening} ${operand(list, reading)}` }, true)
  return negated ? `not (${sentence})` : sentence
}

/** The values of "the item is one of these"; null where something else is asked of it. */
function listedIn(test: Logic): readonly Logic[] | null {
  const operation = operationOf(test)
  const [item = null, list = null] = operation?.args ?? []
  const variable = operationOf(item)
  const about = operation?.operator === 'in' && variable?.operator === 'var' && variable.args[0] === ''
  return about && Array.isArray(list) && list.length > 0 ? list : null
}

/** "is between 1 and 5", "is in the next 30 days", "is in the last 14 days". */
function span(
  [value = null, low = null, high = null]: readonly Logic[],
  reading: Reading,
  not: string,
): string {
  const [from, to] = [daysFromToday(low), daysFromToday(high)]
  const opening = `${operand(value, reading)} is ${not}`
  if (from === 0 && to !== null && to >= 1) return `${opening}in the next ${to === 1 ? 'day' : counted(to)}`
  if (to === 0 && from !== null && from <= -1)
    return `${opening}in the last ${from === -1 ? 'day' : counted(-from)}`
  return `${opening}between ${operand(low, reading)} and ${operand(high, reading)}`
}

function daysFromToday(logic: Logic): number | null {
  const operation = operationOf(logic)
  const [days] = operation?.args ?? []
  return operation?.operator === 'relative_date' && typeof days === 'number' ? days : null
}

const counted = (days: number): string => `${days.toLocaleString('en-US')} ${days === 1 ? 'day' : 'days'}`

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

function operand(logic: Logic, around: Reading): string {
  if (around.levels === 0) return unreadable
  const reading = { ...around, levels: around.levels - 1 }
  const operation = operationOf(logic)
  if (!operation) return valueInWords(logic)
  const { operator, args } = operation
  const [first = null] = args
  switch (operator) {
    case 'var':
      if (reading.item !== null) return reading.item
      return typeof first === 'string' ? labelOf(first, reading.fields) : 'something'
    case 'relative_date':
      return relativeDay(first, reading)
    case '+':
    case '-':
    case '*':
    case '/': {
      if (args.length === 1) return `${operator === '-' ? '−' : ''}${operand(first, reading)}`
      const parts = args.map((arg) => {
        const text = operand(arg, reading)
        const nested = operationOf(arg)?.operator
        return nested !== undefined && nested in signs ? `(${text})` : text
      })
      return parts.join(` ${signs[operator]} `)
    }
    default:
      return `(${condition(logic, reading, true)})`
  }
}

function relativeDay(days: Logic, reading: Reading): string {
  if (typeof days !== 'number') return `${operand(days, reading)} days from today`
  if (days === 0) return 'today'
  return `${counted(Math.abs(days))} ${days > 0 ? 'from today' : 'ago'}`
}

function isAboutDates(args: readonly Logic[], { fields }: Reading): boolean {
  return args.some((arg) => {
    const operation = operationOf(arg)
    if (!operation) return isDate(arg)
    const key = operation.args[0]
    if (operation.operator === 'relative_date') return true
    return (
      operation.operator === 'var' &&
      typeof key === 'string' &&
      Object.hasOwn(fields, key) &&
      fields[key]?.type === 'date'
    )
  })
}
