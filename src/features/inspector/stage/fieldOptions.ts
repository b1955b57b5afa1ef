/** The company's opportunity fields as options of a picker, by label. */
import type { FieldType, OpportunityField } from '../../../domain/process/field.ts'
import type { PickOption } from '../fields/PickEdit.tsx'

export function fieldOptions(
  fields: Readonly<Record<string, OpportunityField>>,
  typeName: (type: FieldType) => string,
): PickOption[] {
  return Object.values(fields)
    .map(({ key, label, type }) => ({ value: key, label: label || key, note: typeName(type) }))
    .sort((a, b) => a.label.localeCompare(b.label))
}
