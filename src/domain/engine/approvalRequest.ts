/**
 * What is known of an approval that was asked for. It travels inside a deal, so its keys are those of the wire. Apart
 * from the machine that moves it (approvals.ts): the contract needs the form, not the evaluation of conditions.
 */
import { z } from 'zod'
import { approvalStepSchema } from '../process/approval.ts'

const decisionSchema = z.strictObject({
  by: z.string(),
  role: z.string(),
  decision: z.enum(['approve', 'reject']),
  comment: z.string().optional(),
  /** The role that delegated, where the decision was made for someone else. */
  for_role: z.string().optional(),
  at: z.string(),
})
export type ApprovalDecision = z.infer<typeof decisionSchema>

const stepStateSchema = z.strictObject({
  ...approvalStepSchema.pick({
    name: true,
    approver: true,
    mode: true,
    quorum: true,
    allow_delegation: true,
    sla_hours: true,
    on_timeout: true,
    escalate_to: true,
  }).shape,
  status: z.enum(['waiting', 'open', 'approved', 'rejected']),
  decisions: z.array(decisionSchema),
  /** When the open step times out; null where it has no limit. */
  due_at: z.string().nullable(),
  escalated: z.boolean(),
  timed_out: z.boolean(),
})
export type ApprovalStepState = z.infer<typeof stepStateSchema>

export const approvalRequestSchema = z.strictObject({
  workflow_id: z.string(),
  workflow_name: z.string(),
  /** The move that waits for it. */
  transition_id: z.string(),
  to_stage_id: z.string(),
  requested_at: z.string(),
  /** Whoever asked: they may recall it. */
  requested_by: z.string().optional(),
  outcome: z.enum(['pending', 'approved', 'rejected']),
  steps: z.array(stepStateSchema),
})
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>
