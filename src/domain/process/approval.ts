/** Ordered approval steps that a stage can demand before a deal enters it. Company reference data. */
import { z } from 'zod'
import { logicSchema } from './rule.ts'

export const approvalStepSchema = z.strictObject({
  name: z.string().max(100),
  approver: z.strictObject({ kind: z.enum(['role', 'user', 'manager_of_owner']), ref: z.string() }),
  mode: z.enum(['any', 'all', 'number', 'percent']),
  /** How many (mode `number`) or what percentage (mode `percent`) of the approvers must agree. */
  quorum: z.number().nullable(),
  condition: logicSchema.optional(),
  allow_delegation: z.boolean(),
  sla_hours: z.number().nullable(),
  on_timeout: z.enum(['escalate', 'approve', 'reject']),
  escalate_to: z.string().optional(),
})
export type ApprovalStep = z.infer<typeof approvalStepSchema>

export const approvalWorkflowSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  workflowName: z.string().max(100),
  isActive: z.boolean(),
  steps: z.array(approvalStepSchema),
})
export type ApprovalWorkflow = z.infer<typeof approvalWorkflowSchema>
