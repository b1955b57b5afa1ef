/** What a company has beside its processes: categories, actions, approval workflows, opportunity fields. */

import { type StageAction, stageActionSchema } from './action.ts'
import { type ApprovalWorkflow, approvalWorkflowSchema } from './approval.ts'
import { type StageCategory, stageCategorySchema } from './category.ts'
import { type OpportunityField, opportunityFieldSchema } from './field.ts'
import type { MaskableField } from './masking.ts'
import type { Role } from './role.ts'

/** Rows by id, so that every lookup is O(1). `fields` is keyed by the field's key, which rules name. */
export interface ReferenceData {
  categories: Readonly<Record<string, StageCategory>>
  actions: Readonly<Record<string, StageAction>>
  approvalWorkflows: Readonly<Record<string, ApprovalWorkflow>>
  fields: Readonly<Record<string, OpportunityField>>
  /** What the company does not show to this reader, of processes too; absent where it shows everything. */
  hidden?: readonly MaskableField[]
  /** To whom it shows that, where it hides something from this reader. */
  shownTo?: readonly Role[]
}

export const emptyReferenceData: ReferenceData = {
  categories: {},
  actions: {},
  approvalWorkflows: {},
  fields: {},
}

export const referenceRowSchemas = {
  categories: stageCategorySchema,
  actions: stageActionSchema,
  approvalWorkflows: approvalWorkflowSchema,
  fields: opportunityFieldSchema,
} as const
