/** Sales processes: list, create, read whole, change own fields, delete, usage, and what a publish would do. */
import { z } from 'zod'
import { maskable } from '../domain/process/masking.ts'
import { policiesSchema, salesProcessSchema } from '../domain/process/process.ts'
import { codePattern, stageColors } from '../domain/process/stage.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { wireDocumentSchema } from '../domain/process/wireDocument.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, idParams, listOf, pageQuery, rowId } from './lists.ts'
import { problemSchema } from './problems.ts'

const wireProcess = wireSchema(salesProcessSchema)

/** A process in a list: its own fields, its numbers, and as much of its shape as a miniature needs. */
export const processSummary = wireProcess.extend({
  etag: z.string(),
  stage_count: z.int(),
  transition_count: z.int(),
  open_deals: z.int(),
  open_amount: maskable(z.number()),
  outline: z.strictObject({
    stages: z.array(
      z.strictObject({
        id: z.string(),
        stage_name: z.string(),
        color: z.enum(stageColors),
        kind: z.enum(['open', 'won', 'lost']),
        is_active: z.boolean(),
        position: z.strictObject({ x: z.number(), y: z.number() }),
      }),
    ),
    transitions: z.array(z.strictObject({ from_stage_id: z.string().nullable(), to_stage_id: z.string() })),
  }),
})
export type ProcessSummary = z.infer<typeof processSummary>

const ownFields = {
  process_name: z.string().trim().min(1, 'Give the process a name.').max(100),
  process_code: z
    .string()
    .max(20)
    .regex(codePattern, 'A process code has only letters, digits and underscores.'),
  description: z.string().max(5_000),
  is_default: z.boolean(),
  is_active: z.boolean(),
  policies: policiesSchema.partial(),
}

export const listProcesses = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/',
  summary: 'Processes of the company, the default first, in pages',
  access: 'read_stage',
  query: z.strictObject({ ...pageQuery, is_active: flag.optional(), search: z.string().max(200).optional() }),
  responses: { 200: listOf(processSummary) },
})

export const createProcess = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/',
  summary: 'Create an empty process',
  access: 'configure_process',
  body: z.strictObject(ownFields).partial().extend({
    id: rowId.optional(),
    process_name: ownFields.process_name,
    process_code: ownFields.process_code,
  }),
  headers: ['Idempotency-Key'],
  responses: { 201: wireDocumentSchema },
  errors: ['ALREADY_EXISTS'],
})

export const readProcess = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/{id}/',
  summary: 'The whole published document of a process, with its ETag',
  access: 'read_stage',
  params: idParams,
  headers: ['If-None-Match'],
  responses: { 200: wireDocumentSchema },
})

export const updateProcess = defineEndpoint({
  method: 'PUT',
  path: '/api/sales-processes/{id}/',
  summary: "Change the process's own fields and policies; fields not named stay",
  access: 'configure_process',
  critical: true,
  params: idParams,
  body: z
    .strictObject(ownFields)
    .partial()
    .extend({ reason: z.string().max(500).optional() }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 200: wireDocumentSchema },
  errors: ['VERSION_CONFLICT', 'ALREADY_EXISTS', 'PROCESS_INVALID', 'REVIEW_REQUIRED'],
})

export const deleteProcess = defineEndpoint({
  method: 'DELETE',
  path: '/api/sales-processes/{id}/',
  summary: 'Archive a process; refused for the default process and while open deals stand in its stages',
  access: 'configure_process',
  critical: true,
  params: idParams,
  query: z.strictObject({ reason: z.string().max(500).optional() }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: {
    200: z.strictObject({
      id: z.string(),
      deleted: z.literal(true),
      revision: z.int(),
      reason: z.string().nullable(),
    }),
  },
  errors: ['STAGE_IN_USE', 'DEFAULT_PROCESS', 'VERSION_CONFLICT'],
})

const usageOfStage = z.strictObject({ open_deals: z.int(), open_amount: maskable(z.number()) })

export const readProcessUsage = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/{id}/usage/',
  summary: 'Open deals per stage of a process; a stage without any is absent',
  access: 'read_stage',
  params: idParams,
  responses: {
    200: z.strictObject({ as_of: z.string().nullable(), stages: z.record(z.string(), usageOfStage) }),
  },
})

const changeCounts = z.strictObject({ added: z.int(), updated: z.int(), removed: z.int() })

export const impactSchema = z.strictObject({
  base_revision: z.int(),
  changes: z.strictObject({ stages: changeCounts, transitions: changeCounts }),
  /** Stages whose open deals a publish would touch. */
  stages: z.array(
    z.strictObject({
      stage_id: z.string(),
      stage_name: z.string(),
      becomes: z.enum(['removed', 'deactivated', 'probability_changed']),
      open_deals: z.int(),
      open_amount: maskable(z.number()),
      probability: z.strictObject({ from: z.number(), to: z.number().nullable() }),
      /** Where the draft says its deals go; null where it does not say. */
      migrates_to: z.string().nullable(),
    }),
  ),
  /** Deals that a later publish moved, and that go back with an earlier revision; not among those of `stages`. */
  returns: z.array(
    z.strictObject({
      stage_id: z.string(),
      stage_name: z.string(),
      returns_to: z.string(),
      open_deals: z.int(),
      open_amount: maskable(z.number()),
    }),
  ),
  /** Open deals that would be moved to another stage, those that go back included. */
  moved_deals: z.int(),
  /** Open deals that stand in a vanishing stage without a destination: the publish would be refused. */
  stranded_deals: z.int(),
  /** Sum over open deals of amount times stage probability. */
  weighted_amount: z.strictObject({ before: maskable(z.number()), after: maskable(z.number()) }),
  as_of: z.string().nullable(),
  /** Errors that would make the publish be refused. */
  blocking: z.array(problemSchema),
})
export type Impact = z.infer<typeof impactSchema>

/** What is to be published: a document, or an earlier revision, which the server makes a document of by itself. */
export const wantedShape = {
  document: wireDocumentSchema.optional(),
  /** The revision to bring back. Deals that later ones moved go back with it. */
  restores: z.int().min(1).max(1_000_000_000).optional(),
}
export const saysOne = ({ document, restores }: { document?: unknown; restores?: unknown }): boolean =>
  (document === undefined) !== (restores === undefined)
export const oneOfBoth = 'Say either a document or, with restores, the revision that comes back.'

export const readImpact = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/impact/',
  summary:
    'What publishing this document, or bringing an earlier revision back, would do to open deals; changes nothing',
  access: 'read_stage',
  params: idParams,
  body: z.strictObject(wantedShape).refine(saysOne, oneOfBoth),
  responses: { 200: impactSchema },
})
