/** Revisions of a process: atomic publish of the whole document, the list of what was, and restore. */
import { z } from 'zod'
import { wireDocumentSchema } from '../domain/process/wireDocument.ts'
import { defineEndpoint } from './endpoint.ts'
import { idParams, listOf, pageQuery, rowId } from './lists.ts'
import { problemSchema } from './problems.ts'

export const versionKinds = ['create', 'publish', 'restore', 'edit', 'settings', 'archive'] as const

export const versionSummary = z.strictObject({
  revision: z.int(),
  kind: z.enum(versionKinds),
  reason: z.string().nullable(),
  at: z.string(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  /** The publish request that it came from: who asked for it and, where somebody else did, who approved it. */
  request: z
    .strictObject({
      number: z.int(),
      requested_by: z.strictObject({ id: z.string(), name: z.string() }),
      approved_by: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    })
    .nullable(),
  /** Rows added, changed and removed against the revision before. */
  changes: z.strictObject({ added: z.int(), updated: z.int(), removed: z.int() }),
})
export type WireVersionSummary = z.infer<typeof versionSummary>

export const publishedVersion = z.strictObject({
  process_id: z.string(),
  revision: z.int(),
  etag: z.string(),
  /** False where the document was already the published one: then nothing was written. */
  changed: z.boolean(),
  /** The document as it is now published: the server's stamps included. */
  document: wireDocumentSchema,
  warnings: z.array(problemSchema),
  /** Open deals moved, by the stage they left. */
  migrated_deals: z.record(z.string(), z.int()),
})
export type PublishedVersion = z.infer<typeof publishedVersion>

const reason = z.string().max(500).optional()

export const publishVersion = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/versions/',
  summary:
    'Publish the whole document as the next revision, all or nothing. If-Match: "v<base>" is required; "v0" publishes a process that is not there yet',
  access: 'publish_process',
  critical: true,
  params: idParams,
  body: z.strictObject({ document: wireDocumentSchema, reason }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 201: publishedVersion },
  errors: [
    'VERSION_CONFLICT',
    'PRECONDITION_REQUIRED',
    'PROCESS_INVALID',
    'STAGE_IN_USE',
    'ALREADY_EXISTS',
    'REVIEW_REQUIRED',
  ],
})

export const listVersions = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/{id}/versions/',
  summary: 'Revisions of a process, newest first, in pages',
  access: 'read_stage',
  params: idParams,
  query: z.strictObject(pageQuery),
  responses: { 200: listOf(versionSummary) },
})

const versionParams = z.strictObject({
  id: rowId,
  revision: z.coerce.number().int().min(1).max(1_000_000_000),
})

export const readVersion = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/{id}/versions/{revision}/',
  summary: 'One revision with its whole document',
  access: 'read_stage',
  params: versionParams,
  responses: { 200: versionSummary.extend({ document: wireDocumentSchema }) },
})

export const restoreVersion = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/versions/{revision}/restore/',
  summary: 'Publish an earlier revision again as the next one; If-Match: "v<current>" is required',
  access: 'publish_process',
  critical: true,
  params: versionParams,
  body: z.strictObject({ reason }),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 201: publishedVersion },
  errors: ['VERSION_CONFLICT', 'PRECONDITION_REQUIRED', 'PROCESS_INVALID', 'STAGE_IN_USE', 'REVIEW_REQUIRED'],
})
