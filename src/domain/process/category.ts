/** A stage category: company reference data (blueprint §4.1). */
import { z } from 'zod'

export const categoryTypes = [
  'prospecting',
  'qualification',
  'discovery',
  'proposal',
  'negotiation',
  'closing',
  'post_sale',
] as const

export const stageCategorySchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  categoryName: z.string().max(100),
  categoryCode: z.string().max(20),
  description: z.string().nullable(),
  categoryType: z.enum(categoryTypes),
  isActive: z.boolean(),
  sortOrder: z.int(),
})
export type StageCategory = z.infer<typeof stageCategorySchema>
