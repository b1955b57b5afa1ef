/** An opportunity field: a field of the CRM's opportunity that rules and required fields may name by key. */
import { z } from 'zod'

export const fieldTypes = [
  'text',
  'number',
  'currency',
  'date',
  'boolean',
  'select',
  'multiselect',
  'user',
] as const
export type FieldType = (typeof fieldTypes)[number]

export const opportunityFieldSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  key: z.string().min(1).max(100),
  label: z.string().max(100),
  type: z.enum(fieldTypes),
  options: z.array(z.string()),
  isRequired: z.boolean(),
})
export type OpportunityField = z.infer<typeof opportunityFieldSchema>
