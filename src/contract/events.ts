/**
 * What happened, told live over `/api/events/socket` and replayed over `GET /api/events`. The company's events have
 * one gapless number each; `prev` is the number before that this subscriber was entitled to, so a client sees a gap.
 * The blueprint's four stage events carry its payloads in `data`.
 */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

export const eventKinds = [
  'stage.created',
  'stage.updated',
  'stage.deleted',
  'stage.reordered',
  'transition.created',
  'transition.updated',
  'transition.deleted',
  'process.created',
  'process.updated',
  'process.published',
  'process.deleted',
  'publish_request.created',
  'publish_request.renewed',
  'publish_request.commented',
  'publish_request.approved',
  'publish_request.published',
  'publish_request.declined',
  'publish_request.withdrawn',
  'publish_request.failed',
  'publish_policy.changed',
  'reference.changed',
  'settings.changed',
  'opportunities.fed',
] as const
export type EventKind = (typeof eventKinds)[number]

/** Path of the WebSocket; the token goes in the first message, never into the URL. */
export const eventSocketPath = '/api/events/socket'
export const heartbeatMilliseconds = 25_000
/** Closing codes: no valid token in time, too slow a reader, session ended or permissions changed. */
export const closingCodes = { unauthorized: 4401, tooSlow: 4408, sessionChanged: 4403 } as const

export const eventSchema = z.strictObject({
  type: z.literal('event'),
  seq: z.int().min(1),
  prev: z.int().min(0),
  /** One of `eventKinds`; a newer server may know more. */
  kind: z.string(),
  process_id: z.string().nullable(),
  /** The row the event is about: a stage, a transition, the process. */
  id: z.string().nullable(),
  /** The revision of the process that holds the change. */
  version: z.int().nullable(),
  /** Idempotency key of the write: how a client knows its own echo. */
  op: z.string().nullable(),
  fields: z.array(z.string()),
  at: z.string(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  data: z.record(z.string(), z.json()),
})
export type WireEvent = z.infer<typeof eventSchema>

/** Client → server. */
export const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('auth'), token: z.string().min(1).max(8_000) }),
  z.strictObject({ type: z.literal('resume'), epoch: z.string().max(100), since: z.int().min(0) }),
  z.strictObject({ type: z.literal('ping') }),
])
export type ClientMessage = z.infer<typeof clientMessage>

/** Server → client. */
export const serverMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    epoch: z.string(),
    head: z.int().min(0),
    heartbeat_ms: z.int().positive(),
  }),
  eventSchema,
  /** Nothing for you up to here: move on. Also the heartbeat. */
  z.strictObject({ type: z.literal('bookmark'), seq: z.int().min(0) }),
  /** History is not there: load afresh, then resume from `head`. */
  z.strictObject({
    type: z.literal('reset'),
    reason: z.enum(['too_old', 'epoch']),
    epoch: z.string(),
    head: z.int().min(0),
  }),
])
export type ServerMessage = z.infer<typeof serverMessage>

export const replayEvents = defineEndpoint({
  method: 'GET',
  path: '/api/events',
  summary: 'Events after `since`, ascending; another epoch or too old a number answers 410: load afresh',
  access: 'read_stage',
  query: z.strictObject({
    since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
    epoch: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(500),
  }),
  responses: {
    200: z.strictObject({
      epoch: z.string(),
      head: z.int().min(0),
      events: z.array(eventSchema),
      /** True where more follow: ask again from the last `seq`. */
      more: z.boolean(),
    }),
  },
  errors: ['EVENTS_TOO_OLD'],
})
