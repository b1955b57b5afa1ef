/** What a new comparison starts with, so that a rule is sound from its first moment. */
import type { FieldType, OpportunityField } from '../../../domain/process/field.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import { type Comparison, type ComparisonId, comparisonsFor, kindOf } from './comparisons.ts'

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
  date: 'atLeast',
}

export function newComparison(field: OpportunityField): Comparison {
  return withKind({ key: field.key, id: 'filled', values: [] }, firstKind[field.type], field)
}

/** The comparison with another operator; values that still fit stay. */
export function withKind(
  comparison: Comparison,
  id: ComparisonId,
  field: OpportunityField | undefined,
): Comparison {
  const had = comparison.values
  const first = had[0] ?? firstValue(field)
  const values = {
    none: [],
    one: [first],
    two: [first, had[1] ?? first],
    many: had.length > 0 ? had : [first],
  }
  return { key: comparison.key, id, values: values[kindOf(id).values] }
}

/** The comparison about another field; operator and values stay where the type is the same. */
export function withField(
  comparison: Comparison,
  field: OpportunityField,
  before: OpportunityField | undefined,
): Comparison {
  const same = before?.type === field.type && field.options.length === 0
  if (same) return { ...comparison, key: field.key }
  const keeps = comparisonsFor(field.type).includes(comparison.id)
  if (!keeps) return newComparison(field)
  return withKind({ key: field.key, id: comparison.id, values: [] }, comparison.id, field)
}
