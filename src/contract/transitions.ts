/** Stage transitions: the blueprint's list and create (§9.1), read, update, delete, and the engine's verdict. */
import { z } from 'zod'
import { wireTransitionSchema } from '../domain/process/wireTransition.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery, rowId } from './lists.ts'
import { problemSchema } from './problems.ts'

export const transitionResource = wireTransitionSchema

const strictFields = {
  to_stage_id: rowId,
  from_stage_id: rowId.nullable(),
  after_days: z.number().min(0, 'Days cannot be negative.').max(36_500).nullable(),
  weight: z.number().min(0, 'A weight cannot be negative.').max(1e9).nullable(),
  priority: z.int().min(-10_000).max(10_000),
}
const serverOwned = {
  company_id: z.string().optional(),
  created_at: z.string().nullable().optional(),
  updated_at: z.string().nullable().optional(),
}
const transitionChanges = transitionResource
  .omit({ id: true, process_id: true, company_id: true, created_at: true, updated_at: true })
  .extend(strictFields)
  .partial()

const writtenTransition = transitionResource.extend({ warnings: z.array(problemSchema) })

export const listTransitions = defineEndpoint({
  method: 'GET',
  path: '/api/stage-transitions/',
  summary: 'Transitions of a process (default: that of the named stage, else the default process), in pages',
  access: 'read_transitions',
  query: z.strictObject({
    ...pageQuery,
    process_id: rowId.optional(),
    from_stage_id: rowId.optional(),
    to_stage_id: rowId.optional(),
    is_automatic: flag.optional(),
  }),
  headers: ['If-None-Match'],
  responses: { 200: listOf(transitionResource) },
  errors: ['NOT_FOUND'],
})

export const createTransition = defineEndpoint({
  method: 'POST',
  path: '/api/stage-transitions/',
  summary:
    'Connect two stages of one process; without from_stage_id and with is_global from every open stage',
  access: 'manage_transitions',
  critical: true,
  body: transitionChanges
    .extend({ id: rowId.optional(), process_id: rowId.optional(), to_stage_id: strictFields.to_stage_id })
    .extend(serverOwned),
  headers: ['Idempotency-Key'],
  responses: { 201: writtenTransition },
  errors: ['NOT_FOUND', 'ALREADY_EXISTS', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})

export const readTransition = defineEndpoint({
  method: 'GET',
  path: '/api/stage-transitions/{id}/',
  summary: 'One transition',
  access: 'read_transitions',
  params: idParams,
  headers: ['If-None-Match'],
  responses: { 200: transitionResource },
})

export const updateTransition = defineEndpoint({
  method: 'PUT',
  path: '/api/stage-transitions/{id}/',
  summary: 'Change fields of a transition; fields not named stay',
  access: 'manage_transitions',
  critical: true,
  params: idParams,
  body: transitionChanges
    .extend({
      id: rowId.optional(),
      process_id: z.string().optional(),
      reason: z.string().max(500).optional(),
    })
    .extend(serverOwned),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 200: writtenTransition },
  errors: ['VERSION_CONFLICT', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})

export const deleteTransition = defineEndpoint({
  method: 'DELETE',
  path: '/api/stage-transitions/{id}/',
  summary: 'Archive a transition',
  access: 'manage_transitions',
  critical: true,
  params: idParams,
  query: z.strictObject({ reason: z.string().max(500).optional() }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: {
    200: z.strictObject({
      id: z.string(),
      deleted: z.literal(true),
      process_id: z.string(),
      revision: z.int(),
      archived: transitionResource,
    }),
  },
  errors: ['VERSION_CONFLICT', 'REVIEW_REQUIRED'],
})
