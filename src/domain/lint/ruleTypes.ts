/** Whether a comparison compares like with like, by the types of the company's opportunity fields. */
import type { FieldType } from '../process/field.ts'
import { quoted } from '../process/names.ts'
import type { Logic } from '../process/rule.ts'
import type { Comparison, Operand } from '../process/ruleShape.ts'
import { fieldOf, type Known, typeOf } from './known.ts'

type Kind = 'number' | 'text' | 'date' | 'boolean' | 'list' | 'nothing' | 'unknown'

const kinds: Readonly<Record<FieldType, Kind>> = {
  text: 'text',
  select: 'text',
  user: 'text',
  number: 'number',
  currency: 'number',
  date: 'date',
  boolean: 'boolean',
  multiselect: 'list',
}

const kindWords: Readonly<Record<Kind, string>> = {
  number: 'a number',
  text: 'text',
  date: 'a date',
  boolean: 'yes or no',
  list: 'a list',
  nothing: 'nothing',
  unknown: 'something unknown',
}

/** What is wrong with a comparison, as the middle of a sentence; null where it compares like with like. */
export function mismatchOf(context: Known, { operator, operands }: Comparison): string | null {
  const [first, second] = operands
  if (!first) return null
  switch (operator) {
    case '==':
    case '!=':
      return second ? equality(context, first, second) : null
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return sizes(context, operands)
    case 'in':
      return second ? membership(context, first, second) : null
    case 'starts_with':
    case 'ends_with':
    case 'matches':
      return all(context, operands, 'text')
    case 'some':
    case 'all':
    case 'none':
      return all(context, [first], 'list')
    case '+':
    case '-':
    case '*':
    case '/':
    case 'relative_date':
      return all(context, operands, 'number')
    default:
      return null
  }
}

function equality(context: Known, a: Operand, b: Operand): string | null {
  const [left, right] = [kindOf(context, a), kindOf(context, b)]
  if (left === 'unknown' || right === 'unknown' || left === 'nothing' || right === 'nothing') return null
  if (left === 'date' && isText(b)) return b.value === '' ? null : dateText(context, a, b)
  if (right === 'date' && isText(a)) return a.value === '' ? null : dateText(context, b, a)
  if (left !== right) return different(context, a, b)
  return missingOption(context, a, b) ?? missingOption(context, b, a)
}

function sizes(context: Known, operands: readonly Operand[]): string | null {
  const dated = operands.find((operand) => kindOf(context, operand) === 'date')
  const wanted = dated ?? operands.find((operand) => kindOf(context, operand) === 'number')
  for (const operand of operands) {
    const kind = kindOf(context, operand)
    if (kind === 'unknown') continue
    if (dated && isText(operand)) {
      const wrong = dateText(context, dated, operand)
      if (wrong) return wrong
    } else if (kind !== 'number' && kind !== 'date')
      return `${words(context, operand)} is ${kindWords[kind]}, but only numbers and dates can be compared by size`
    else if (wanted && kind !== kindOf(context, wanted)) return different(context, wanted, operand)
  }
  return null
}

function membership(context: Known, needle: Operand, list: Operand): string | null {
  const [kind, listKind] = [kindOf(context, needle), kindOf(context, list)]
  if (kind === 'unknown' || listKind === 'unknown') return null
  if (kind === 'list') return `${words(context, needle)} is a list, so use “some” or “all” to look into it`
  if (list.kind === 'literal' && Array.isArray(list.value)) {
    for (const value of list.value) {
      const wrong = equality(context, needle, { kind: 'literal', value })
      if (wrong) return wrong
    }
    return null
  }
  if (listKind !== 'list' && listKind !== 'text')
    return `${words(context, list)} is ${kindWords[listKind]}, so nothing can be in it`
  if (kind !== 'text')
    return `${words(context, needle)} is ${kindWords[kind]} and cannot be in ${words(context, list)}`
  return missingOption(context, list, needle)
}

function all(context: Known, operands: readonly Operand[], wanted: Kind): string | null {
  const wrong = operands.find((operand) => ![wanted, 'unknown'].includes(kindOf(context, operand)))
  return wrong
    ? `${words(context, wrong)} is ${kindWords[kindOf(context, wrong)]}, but ${kindWords[wanted]} is needed`
    : null
}

function kindOf(context: Known, operand: Operand): Kind {
  switch (operand.kind) {
    case 'field': {
      const type = typeOf(context, operand.key)
      return type ? kinds[type] : 'unknown'
    }
    case 'element':
      return operand.of !== null && typeOf(context, operand.of) === 'multiselect' ? 'text' : 'unknown'
    case 'computed':
      return operand.type
    case 'literal':
      return literalKind(operand.value)
  }
}

function literalKind(value: Logic): Kind {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'boolean' : 'unknown'
}

type Text = { readonly kind: 'literal'; readonly value: string }
const isText = (operand: Operand): operand is Text =>
  operand.kind === 'literal' && typeof operand.value === 'string'

const dateText = (context: Known, dated: Operand, text: Text): string | null =>
  isDate(text.value)
    ? null
    : `${words(context, dated)} is a date, but “${text.value}” is not a date such as 2026-01-31`

/** ISO 8601, a day that exists, with or without a time. */
function isDate(text: string): boolean {
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)?.[1]
  if (day === undefined || Number.isNaN(Date.parse(text))) return false
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function missingOption(context: Known, operand: Operand, value: Operand): string | null {
  const key = operand.kind === 'field' ? operand.key : operand.kind === 'element' ? operand.of : null
  const field = key === null ? undefined : fieldOf(context, key)
  if (!field || !isText(value) || value.value === '' || field.options.length === 0) return null
  if (field.type !== 'select' && field.type !== 'multiselect') return null
  return field.options.includes(value.value)
    ? null
    : `${quoted(field.label || field.key)} has no option “${value.value}”`
}

const different = (context: Known, a: Operand, b: Operand): string =>
  `${words(context, a)} is ${kindWords[kindOf(context, a)]}, but ${words(context, b)} is ${kindWords[kindOf(context, b)]}`

function words(context: Known, operand: Operand): string {
  switch (operand.kind) {
    case 'field':
      return quoted(fieldOf(context, operand.key)?.label || operand.key)
    case 'element':
      return 'the item'
    case 'computed':
      return 'the calculated value'
    case 'literal':
      return typeof operand.value === 'string'
        ? quoted(operand.value)
        : JSON.stringify(operand.value).slice(0, 60)
  }
}
