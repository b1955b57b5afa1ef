/** A stage action: company reference data (blueprint §4.2), with one parameter schema per action type. */
import { z } from 'zod'

const text = (maximum: number) => z.string().min(1).max(maximum)

/** Parameters by action type; the panel's form and the linter's `action/invalid-parameters` derive from this. */
export const actionParameterSchemas = {
  send_email: z.strictObject({ to: text(200), subject: text(200), body: z.string().max(10_000).optional() }),
  notify_in_app: z.strictObject({ to: text(200), message: text(1_000) }),
  create_task: z.strictObject({
    title: text(200),
    assignee: z.string().max(200).optional(),
    due_in_days: z.int().min(0).max(3_650).optional(),
  }),
  create_event: z.strictObject({
    title: text(200),
    in_days: z.int().min(0).max(3_650).optional(),
    duration_minutes: z.int().min(5).max(1_440).optional(),
  }),
  update_field: z.strictObject({ field: text(100), value: z.json() }),
  call_webhook: z.strictObject({
    url: z.url({ protocol: /^https?$/ }),
    secret_name: z.string().max(100).optional(),
  }),
  start_approval: z.strictObject({ workflow_id: text(100) }),
  generate_invoice: z.strictObject({ due_in_days: z.int().min(0).max(365).optional() }),
} as const
export type ActionType = keyof typeof actionParameterSchemas
export const actionTypes = Object.keys(actionParameterSchemas) as ActionType[]

export const stageActionSchema = z.strictObject({
  id: z.string().min(1),
  companyId: z.string(),
  actionName: z.string().max(100),
  actionCode: z.string().max(20),
  description: z.string().nullable(),
  actionType: z.enum(actionTypes),
  executionOrder: z.int(),
  isActive: z.boolean(),
  parameters: z.record(z.string(), z.json()),
})
export type StageAction = z.infer<typeof stageActionSchema>
