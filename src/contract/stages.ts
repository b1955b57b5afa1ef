/** Sales stages: the blueprint's six endpoints (§9.1), bulk change and usage. Every write makes a new revision. */
import { z } from 'zod'
import { stageActionSchema } from '../domain/process/action.ts'
import { categoryTypes } from '../domain/process/category.ts'
import { maskable } from '../domain/process/masking.ts'
import { codePattern } from '../domain/process/stage.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { wireStageSchema } from '../domain/process/wireStage.ts'
import { wireTransitionSchema } from '../domain/process/wireTransition.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery, rowId } from './lists.ts'
import { problemSchema } from './problems.ts'

/** A stage as answered. A stage that is there is not deleted: the blueprint's two fields say so. */
export const stageResource = wireStageSchema.extend({ is_deleted: z.literal(false), deleted_at: z.null() })
export type StageResource = z.infer<typeof stageResource>

const detailedStage = stageResource.extend({
  /** With `include_transitions`: those that leave and those that enter. */
  transitions: z.array(wireTransitionSchema).optional(),
  /** With `include_actions`: the actions run on entry and on exit, in their order. */
  actions: z
    .strictObject({
      entry: z.array(wireSchema(stageActionSchema)),
      exit: z.array(wireSchema(stageActionSchema)),
    })
    .optional(),
})

/** What a single write must satisfy: the blueprint's §6.1, sharper than what a draft may hold. */
const strictFields = {
  stage_name: z.string().trim().min(1, 'Give the stage a name.').max(100),
  stage_code: z
    .string()
    .min(1, 'Give the stage a code.')
    .max(20)
    .regex(codePattern, 'A stage code has only letters, digits and underscores.'),
  stage_order: z.int().min(1, 'Stage order starts at 1.').max(10_000),
  default_probability: z
    .int('Probability is a whole number.')
    .min(0, 'Probability is between 0 and 100.')
    .max(100, 'Probability is between 0 and 100.'),
  average_duration_days: z.number().min(0, 'Days cannot be negative.').max(36_500).nullable(),
  max_duration_days: z.number().min(0, 'Days cannot be negative.').max(36_500).nullable(),
}

/** Said back by clients that send what they read. Taken without complaint and not used: the server owns them. */
const serverOwned = {
  company_id: z.string().optional(),
  created_by_user_id: z.string().nullable().optional(),
  updated_by_user_id: z.string().nullable().optional(),
  created_at: z.string().nullable().optional(),
  updated_at: z.string().nullable().optional(),
  is_deleted: z.literal(false).optional(),
  deleted_at: z.null().optional(),
}

const stageFields = wireStageSchema.omit({
  id: true,
  process_id: true,
  company_id: true,
  created_by_user_id: true,
  updated_by_user_id: true,
  created_at: true,
  updated_at: true,
})
/** Any of a stage's own fields; those not named stay as they are. */
export const stageChanges = stageFields.extend(strictFields).partial()

export const newStageBody = stageChanges
  .extend({
    /** Made by the client where it wants to know a repeat; else by the server. */
    id: rowId.optional(),
    /** Default: the company's default process. */
    process_id: rowId.optional(),
    stage_name: strictFields.stage_name,
    stage_code: strictFields.stage_code,
  })
  .extend(serverOwned)

const updateStageBody = stageChanges
  .extend({ id: rowId.optional(), process_id: z.string().optional(), reason: z.string().max(500).optional() })
  .extend(serverOwned)

export const writtenStage = stageResource.extend({
  /** What the linter says about this stage now. */
  warnings: z.array(problemSchema),
})

export const listStages = defineEndpoint({
  method: 'GET',
  path: '/api/sales-stages/',
  summary: 'Stages of a process (default: the default process) by order, filtered, in pages',
  access: 'read_stage',
  query: z.strictObject({
    ...pageQuery,
    process_id: rowId.optional(),
    is_active: flag.optional(),
    category_type: z.enum(categoryTypes).optional(),
    stage_order_range: z
      .string()
      .regex(/^\d{1,6}-\d{1,6}$/, 'two numbers with a dash: 2-4')
      .optional(),
    search: z.string().max(200).optional(),
  }),
  headers: ['If-None-Match'],
  responses: { 200: listOf(stageResource) },
  errors: ['NOT_FOUND'],
})

export const createStage = defineEndpoint({
  method: 'POST',
  path: '/api/sales-stages/',
  summary: 'Create a stage; without stage_order it goes before the closed stages',
  access: 'create_stage',
  critical: true,
  body: newStageBody,
  headers: ['Idempotency-Key'],
  responses: { 201: writtenStage },
  errors: ['NOT_FOUND', 'ALREADY_EXISTS', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})

export const readStage = defineEndpoint({
  method: 'GET',
  path: '/api/sales-stages/{id}/',
  summary: 'One stage, with its transitions and actions where asked',
  access: 'read_stage',
  params: idParams,
  query: z.strictObject({ include_transitions: flag.optional(), include_actions: flag.optional() }),
  headers: ['If-None-Match'],
  responses: { 200: detailedStage },
})

export const updateStage = defineEndpoint({
  method: 'PUT',
  path: '/api/sales-stages/{id}/',
  summary: 'Change fields of a stage; fields not named stay',
  access: 'update_stage',
  critical: true,
  params: idParams,
  body: updateStageBody,
  headers: ['If-Match', 'Idempotency-Key'],
  responses: {
    200: writtenStage.extend({
      /** What changed, field by field. */
      changes: z.array(z.strictObject({ field: z.string(), from: z.json(), to: z.json() })),
    }),
  },
  errors: ['VERSION_CONFLICT', 'PROCESS_INVALID', 'STAGE_IN_USE', 'REVIEW_REQUIRED'],
})

export const deleteStage = defineEndpoint({
  method: 'DELETE',
  path: '/api/sales-stages/{id}/',
  summary: 'Archive a stage with its transitions; refused while open deals stand in it',
  access: 'delete_stage',
  critical: true,
  params: idParams,
  query: z.strictObject({
    reason: z.string().max(500).optional(),
    /** Moves the open deals to this stage first. */
    migrate_to: rowId.optional(),
  }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: {
    200: z.strictObject({
      id: z.string(),
      deleted: z.literal(true),
      deleted_at: z.string(),
      reason: z.string().nullable(),
      process_id: z.string(),
      revision: z.int(),
      archived: z.strictObject({ stage: wireStageSchema, transitions: z.array(wireTransitionSchema) }),
      migrated_deals: z.int(),
    }),
  },
  errors: ['STAGE_IN_USE', 'VERSION_CONFLICT', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})

/** Several stages after one write of their process. */
const writtenStages = z.strictObject({
  process_id: z.string(),
  revision: z.int(),
  count: z.int(),
  results: z.array(stageResource),
  warnings: z.array(problemSchema),
})

export const reorderStages = defineEndpoint({
  method: 'POST',
  path: '/api/sales-stages/{id}/reorder/',
  summary: 'Move this stage to an order, or give the whole order; the others are renumbered 1…n',
  access: 'manage_stages',
  critical: true,
  params: idParams,
  body: z.union([
    z.strictObject({ stage_order: strictFields.stage_order }),
    z.strictObject({ order: z.array(rowId).min(1).max(2_000) }),
  ]),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 200: writtenStages },
  errors: ['VERSION_CONFLICT', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})

export const changeStagesInBulk = defineEndpoint({
  method: 'PATCH',
  path: '/api/sales-stages/bulk/',
  summary: 'Change several stages of one process, all or none',
  access: 'manage_stages',
  critical: true,
  body: z.strictObject({
    changes: z
      .array(stageChanges.extend({ id: rowId }))
      .min(1)
      .max(1_000),
    reason: z.string().max(500).optional(),
  }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 200: writtenStages },
  errors: ['NOT_FOUND', 'VERSION_CONFLICT', 'PROCESS_INVALID', 'STAGE_IN_USE', 'REVIEW_REQUIRED'],
})

export const readStageUsage = defineEndpoint({
  method: 'GET',
  path: '/api/sales-stages/{id}/usage/',
  summary: 'Open deals that stand in a stage, and whether it could be deleted',
  access: 'read_stage',
  params: idParams,
  responses: {
    200: z.strictObject({
      stage_id: z.string(),
      open_deals: z.int(),
      open_amount: maskable(z.number()),
      /** At most five, largest amount first; by their ids where amounts are hidden. */
      deals: z.array(
        z.strictObject({ id: z.string(), name: maskable(z.string()), amount: maskable(z.number()) }),
      ),
      can_delete: z.boolean(),
      /** What to do instead, in one sentence; null where it can be deleted. */
      remedy: z.string().nullable(),
      /** When deals were last fed; null where never. */
      as_of: z.string().nullable(),
    }),
  },
})
