/**
 * Governed change: somebody asks for a publish, others see what it would do, talk about it and decide. A request
 * freezes the document and the revision it was made from; only its author renews it, which starts another round.
 */
import { z } from 'zod'
import { wireDocumentSchema } from '../domain/process/wireDocument.ts'
import { defineEndpoint } from './endpoint.ts'
import { flag, listOf, pageQuery, rowId } from './lists.ts'
import { problemSchema } from './problems.ts'
import { impactSchema, oneOfBoth, saysOne, wantedShape } from './processes.ts'

/**
 * `open` waits for a decision, `scheduled` for its time; `failed` could not be published at its time and waits for its
 * author, as `declined` may. `published` and `withdrawn` are over.
 */
export const publishRequestStates = [
  'open',
  'scheduled',
  'failed',
  'declined',
  'published',
  'withdrawn',
] as const
export type PublishRequestState = (typeof publishRequestStates)[number]

const person = z.strictObject({ id: z.string(), name: z.string() })

export const publishRequestSummary = z.strictObject({
  process_id: z.string(),
  /** As it is published; of a process that never was, as the request says. */
  process_name: z.string(),
  /** Counted within the process, from 1. */
  number: z.int(),
  state: z.enum(publishRequestStates),
  /** Why, in the author's words: becomes the reason of the revision. */
  reason: z.string(),
  /** One more whenever the author renews it. Whoever decides names the round that was read. */
  round: z.int(),
  base_revision: z.int(),
  /** The earlier revision that it brings back; null: it asks for a document of its author's. */
  restores: z.int().nullable(),
  /** Another revision was published since: its author has to renew it before it can be approved. */
  out_of_date: z.boolean(),
  requested_by: person,
  requested_at: z.string(),
  /** When it is published once it is approved; null: at once. */
  publish_at: z.string().nullable(),
  decided_by: person.nullable(),
  decided_at: z.string().nullable(),
  /** In the words of whoever decided. */
  decision: z.string().nullable(),
  /** The revision it became. */
  revision: z.int().nullable(),
  /** Why it could not be published at its time. */
  refusal: z.string().nullable(),
  comment_count: z.int(),
})
export type PublishRequestSummary = z.infer<typeof publishRequestSummary>

export const publishRequestComment = z.strictObject({
  id: z.string(),
  text: z.string(),
  by: person,
  at: z.string(),
  /** Of the request, when it was said. */
  round: z.int(),
})

export const publishRequestResource = publishRequestSummary.extend({
  document: wireDocumentSchema,
  comments: z.array(publishRequestComment),
  /** What publishing it now would do; null once it is over. */
  impact: impactSchema.nullable(),
  /** What the linter says of the document beside today's reference data and deals; empty once it is over. */
  problems: z.array(problemSchema),
})
export type PublishRequest = z.infer<typeof publishRequestResource>

const inProcess = { id: rowId }
const processParams = z.strictObject(inProcess)
const requestParams = z.strictObject({
  ...inProcess,
  number: z.coerce.number().int().min(1).max(1_000_000_000),
})

const words = z.string().trim().max(500)
const asked = {
  ...wantedShape,
  reason: words.min(1, 'Say why.'),
  /** A moment to come. Absent: as soon as it is approved. */
  publish_at: z.iso.datetime({ offset: true }).optional(),
}
const deciding = { round: z.int().min(1).max(1_000_000_000) }
/** Sound at the time of asking, as for a publish; the rest is judged again when it is published. */
const unpublishable = ['PROCESS_INVALID', 'STAGE_IN_USE', 'VERSION_CONFLICT', 'PRECONDITION_REQUIRED']

export const listPublishRequests = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/{id}/publish-requests/',
  summary: 'Requests to publish a process, newest first, in pages',
  access: 'read_stage',
  params: processParams,
  query: z.strictObject({ ...pageQuery, state: z.enum(publishRequestStates).optional() }),
  responses: { 200: listOf(publishRequestSummary) },
})

export const listAllPublishRequests = defineEndpoint({
  method: 'GET',
  path: '/api/publish-requests/',
  summary:
    'Requests to publish any process of the company, the latest first, in pages. `mine`: that you made. `waiting`: that wait for you, to be decided or, of your own, to be renewed',
  access: 'read_stage',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(publishRequestStates).optional(),
    process_id: rowId.optional(),
    mine: flag.optional(),
    waiting: flag.optional(),
  }),
  responses: { 200: listOf(publishRequestSummary) },
})

export const createPublishRequest = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/publish-requests/',
  summary:
    'Ask for a publish of this document, or for an earlier revision to come back with the deals that later ones moved. If-Match: "v<base>" is required; `review: false` with a moment to come schedules it without a review, which needs publish_process and a company that does not ask for four eyes',
  access: 'configure_process',
  /** Without a review it is a publish, only later. */
  critical: ({ review }: { readonly review: boolean }) => !review,
  params: processParams,
  body: z.strictObject({ ...asked, review: z.boolean().default(true) }).refine(saysOne, oneOfBoth),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 201: publishRequestSummary },
  errors: [...unpublishable, 'REVIEW_REQUIRED'],
})

export const readPublishRequest = defineEndpoint({
  method: 'GET',
  path: '/api/sales-processes/{id}/publish-requests/{number}/',
  summary: 'One request with its document, its comments and what it would do',
  access: 'read_stage',
  params: requestParams,
  responses: { 200: publishRequestResource },
})

export const renewPublishRequest = defineEndpoint({
  method: 'PUT',
  path: '/api/sales-processes/{id}/publish-requests/{number}/',
  summary:
    'Its author puts another document or revision, reason and time in: a new round, open again. If-Match: "v<base>" is required',
  access: 'configure_process',
  params: requestParams,
  body: z.strictObject(asked).refine(saysOne, oneOfBoth),
  headers: ['If-Match', 'Idempotency-Key'],
  responses: { 200: publishRequestSummary },
  errors: [...unpublishable, 'REQUEST_CLOSED'],
})

export const commentPublishRequest = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/publish-requests/{number}/comments/',
  summary: 'Say something about a request; at most 500 comments',
  access: 'read_stage',
  params: requestParams,
  body: z.strictObject({ text: z.string().trim().min(1, 'Write something.').max(5_000) }),
  headers: ['Idempotency-Key'],
  responses: { 201: publishRequestSummary },
  errors: ['REQUEST_CLOSED'],
})

export const approvePublishRequest = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/publish-requests/{number}/approve/',
  summary:
    'Agree to what was read in this round: publishes it as the next revision, all or nothing, or at its time',
  access: 'approve_publish',
  critical: true,
  params: requestParams,
  body: z.strictObject({ ...deciding, reason: words.optional() }),
  headers: ['Idempotency-Key'],
  responses: { 200: publishRequestSummary },
  errors: ['REQUEST_CLOSED', 'OWN_REQUEST', 'VERSION_CONFLICT', 'PROCESS_INVALID', 'STAGE_IN_USE'],
})

export const declinePublishRequest = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/publish-requests/{number}/decline/',
  summary: 'Refuse it with a reason, also one that waits for its time',
  access: 'approve_publish',
  params: requestParams,
  body: z.strictObject({ ...deciding, reason: words.min(1, 'Say why.') }),
  headers: ['Idempotency-Key'],
  responses: { 200: publishRequestSummary },
  errors: ['REQUEST_CLOSED', 'VERSION_CONFLICT'],
})

export const withdrawPublishRequest = defineEndpoint({
  method: 'POST',
  path: '/api/sales-processes/{id}/publish-requests/{number}/withdraw/',
  summary: 'Its author takes it back, also one that waits for its time',
  access: 'configure_process',
  params: requestParams,
  body: z.strictObject({ reason: words.optional() }),
  headers: ['Idempotency-Key'],
  responses: { 200: publishRequestSummary },
  errors: ['REQUEST_CLOSED'],
})

export const publishPolicySchema = z.strictObject({
  /** Every change of a published process needs a second person; nobody approves what they asked for themselves. */
  four_eyes: z.boolean(),
  /** IANA name of the zone in which the company tells the time, as `Europe/Berlin`. */
  time_zone: z.string(),
})
export type PublishPolicy = z.infer<typeof publishPolicySchema>

export const readPublishPolicy = defineEndpoint({
  method: 'GET',
  path: '/api/publish-policy',
  summary: 'How the company publishes',
  access: 'read_stage',
  responses: { 200: publishPolicySchema },
})

export const writePublishPolicy = defineEndpoint({
  method: 'PUT',
  path: '/api/publish-policy',
  summary: 'Change how the company publishes; what is not named stays',
  access: 'manage_members',
  critical: true,
  body: z
    .strictObject({
      four_eyes: z.boolean(),
      time_zone: z.string().max(100).refine(isTimeZone, 'This is not the name of a time zone.'),
    })
    .partial(),
  responses: { 200: publishPolicySchema },
})

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false // RangeError: there is none of this name
  }
}
