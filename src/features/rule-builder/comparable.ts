import type { FieldType, OpportunityField } from '../../domain/process/field.ts'
import type { FieldsByKey } from './BuilderContext.ts'

const kinds: Readonly<Record<FieldType, string>> = {
  text: 'text',
  select: 'text',
  user: 'text',
  number: 'number',
  currency: 'number',
  date: 'date',
  boolean: 'boolean',
  multiselect: 'list',
}

/** The fields whose values can stand beside a field's, by label. Items of a list are words. */
export function comparableWith(
  field: OpportunityField | undefined,
  fields: FieldsByKey,
): readonly OpportunityField[] {
  if (!field) return []
  const wanted = field.type === 'multiselect' ? 'text' : kinds[field.type]
  return Object.values(fields)
    .filter((other) => other.key !== field.key && kinds[other.type] === wanted)
    .sort((a, b) => a.label.localeCompare(b.label))
}
