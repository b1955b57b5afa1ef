/** Drafts backed up from a device: private to their owner, never published by being here. */
import { z } from 'zod'
import { wireBeginningSchema } from '../domain/process/beginning.ts'
import { wireDocumentSchema } from '../domain/process/wireDocument.ts'
import { defineEndpoint } from './endpoint.ts'
import { idParams, listOf, pageQuery, rowId } from './lists.ts'

const draftHead = z.strictObject({
  id: z.string(),
  process_id: z.string(),
  process_name: z.string(),
  base_revision: z.int().min(0),
  updated_at: z.string(),
})
const draftResource = draftHead.extend({
  document: wireDocumentSchema,
  /** What the process was made from; null where that is not known. */
  beginning: wireBeginningSchema.nullable(),
})

export const listDrafts = defineEndpoint({
  method: 'GET',
  path: '/api/drafts/',
  summary: 'Your own backed-up drafts, in pages',
  access: 'configure_process',
  query: z.strictObject(pageQuery),
  responses: { 200: listOf(draftHead) },
})

export const readDraft = defineEndpoint({
  method: 'GET',
  path: '/api/drafts/{id}/',
  summary: 'One of your own drafts with its document',
  access: 'configure_process',
  params: idParams,
  responses: { 200: draftResource },
})

export const saveDraft = defineEndpoint({
  method: 'PUT',
  path: '/api/drafts/{id}/',
  summary: 'Back up a draft; the newest one given stays',
  access: 'configure_process',
  params: idParams,
  body: z.strictObject({
    process_id: rowId,
    base_revision: z.int().min(0).max(1_000_000_000),
    document: wireDocumentSchema,
    beginning: wireBeginningSchema.nullish(),
  }),
  responses: { 200: draftHead },
})

export const deleteDraft = defineEndpoint({
  method: 'DELETE',
  path: '/api/drafts/{id}/',
  summary: 'Forget a backed-up draft',
  access: 'configure_process',
  params: idParams,
  responses: { 204: null },
})

export const listEditors = defineEndpoint({
  method: 'GET',
  path: '/api/editors/',
  summary: 'Who else has worked on which process in the last 15 minutes; never what they changed',
  access: 'read_stage',
  responses: {
    200: z.strictObject({
      results: z.array(
        z.strictObject({
          process_id: z.string(),
          by: z.strictObject({ id: z.string(), name: z.string() }),
          at: z.string(),
        }),
      ),
    }),
  },
})
