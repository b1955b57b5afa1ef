/** The company's opportunity fields as options of a picker, by type and label. */
import { type FieldType, fieldTypes, type OpportunityField } from '../../../domain/process/field.ts'
import type { PickOption } from '../fields/PickEdit.tsx'

export function fieldOptions(
  fields: Readonly<Record<string, OpportunityField>>,
  typeName: (type: FieldType) => string,
): PickOption[] {
  const rows = Object.values(fields).toSorted(
    (a, b) => fieldTypes.indexOf(a.type) - fieldTypes.indexOf(b.type) || a.label.localeCompare(b.label),
  )
  return rows.map(({ key, label, type }) => ({
    value: key,
    label: label || key,
    note: typeName(type),
    group: typeName(type),
  }))
}
