/** What a new comparison starts with, so that a rule is sound from its first moment; what stays when one is changed. */
import type { FieldType, OpportunityField } from '../domain/process/field.ts'
import type { Logic } from '../domain/process/rule.ts'
import { type Comparison, type ComparisonId, comparisonsFor, shapeOf } from './comparisons.ts'

export function firstValue(field: Pick<OpportunityField, 'type' | 'options'> | undefined): Logic {
  switch (field?.type) {
    case 'number':
    case 'currency':
      return 0
    case 'date':
      return { relative_date: 0 }
    case 'boolean':
      return true
    case 'select':
    case 'multiselect':
      return field.options[0] ?? ''
    default:
      return ''
  }
}

/** "Is filled in" where that can be asked; it needs no value. */
const firstKind: Readonly<Record<FieldType, ComparisonId>> = {
  text: 'filled',
  user: 'filled',
  select: 'is',
  multiselect: 'contains',
  boolean: 'yes',
  number: 'atLeast',
  currency: 'atLeast',
  date: 'inNext',
}

const usualDays = 30

export function newComparison(field: OpportunityField): Comparison {
  return withKind({ key: field.key, id: 'filled', values: [] }, firstKind[field.type], field)
}

/** The comparison with another operator; values that still fit stay. */
export function withKind(
  comparison: Comparison,
  id: ComparisonId,
  field: OpportunityField | undefined,
): Comparison {
  const { key } = comparison
  const shape = shapeOf(id)
  const had = shapeOf(comparison.id) === 'days' ? [] : comparison.values
  const first = had[0] ?? firstValue(field)
  if (shape === 'days')
    return { key, id, values: shapeOf(comparison.id) === 'days' ? comparison.values : [usualDays] }
  if (shape === 'none') return { key, id, values: [] }
  if (shape === 'one') return { key, id, values: [first] }
  if (shape === 'two') return { key, id, values: [first, had[1] ?? first] }
  const plain = had.filter((value) => value === null || typeof value !== 'object')
  return { key, id, values: plain.length > 0 ? plain : [firstValue(field)] }
}

/** The comparison about another field; operator and values stay where the type is the same. */
export function withField(
  comparison: Comparison,
  field: OpportunityField,
  before: OpportunityField | undefined,
): Comparison {
  const same = before?.type === field.type && field.options.length === 0
  if (same) return { ...comparison, key: field.key }
  if (!comparisonsFor(field.type).includes(comparison.id)) return newComparison(field)
  const unnamed = before === undefined && field.options.length === 0
  return withKind(
    { key: field.key, id: comparison.id, values: unnamed ? comparison.values : [] },
    comparison.id,
    field,
  )
}
