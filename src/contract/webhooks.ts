/**
 * Whoever wants to know what happens here without asking: each event goes to the addresses that chose its kind, as a
 * POST signed by the rules of Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). Sent again
 * with growing pauses until the other side answers 2xx; `webhook-id` stays the same, so that a repeat is known as one.
 */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { eventKinds } from './events.ts'
import { idParams, listOf, pageQuery, rowId } from './lists.ts'

/** What a test sends; it is never chosen. */
export const testKind = 'webhook.test'

/** `parked`: given up after a day of trying, or refused for good. It can be sent again by hand. */
export const deliveryStates = ['waiting', 'delivered', 'parked'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What is posted. `data` is what the event carries over the socket too, the blueprint's payloads among them. */
export const webhookBody = z.strictObject({
  type: z.string(),
  timestamp: z.string(),
  company_id: z.string(),
  /** The number of the event; 0 for a test. */
  seq: z.int(),
  process_id: z.string().nullable(),
  id: z.string().nullable(),
  version: z.int().nullable(),
  fields: z.array(z.string()),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  data: z.record(z.string(), z.json()),
})
export type WebhookBody = z.infer<typeof webhookBody>

const lastDelivery = z.strictObject({ state: z.enum(deliveryStates), at: z.string() })

export const webhookResource = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  /** Empty: all kinds, those that a newer version adds too. */
  events: z.array(z.string()),
  is_active: z.boolean(),
  revision: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
  /** The latest, also one that is still tried; null before the first. */
  last_delivery: lastDelivery.nullable(),
})
export type WebhookRow = z.infer<typeof webhookResource>

export const deliveryResource = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  created_at: z.string(),
  tried_at: z.string().nullable(),
  /** When it is tried again; null where it is over. */
  next_at: z.string().nullable(),
  /** What the other side answered last; null where it did not answer. */
  status: z.int().nullable(),
  milliseconds: z.int().nullable(),
  /** How that answer began. */
  excerpt: z.string().nullable(),
  /** Why it did not arrive; null while it is on its way. */
  failure: z.string().nullable(),
  body: z.record(z.string(), z.json()),
  /** How each try went, the first first. Told by the list of deliveries alone. */
  tries: z.array(
    z.strictObject({
      at: z.string(),
      status: z.int().nullable(),
      milliseconds: z.int().nullable(),
      failure: z.string().nullable(),
    }),
  ),
})
export type DeliveryRow = z.infer<typeof deliveryResource>

export const webhookFields = z.strictObject({
  name: z.string().trim().min(1, 'Give the webhook a name.').max(100),
  url: z.url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' }).max(2_000),
  events: z.array(z.enum(eventKinds)).max(eventKinds.length).default([]),
  is_active: z.boolean().default(true),
})

const access = 'manage_integrations'
const withSecret = webhookResource.extend({ secret: z.string() })
const deliveryParams = z.strictObject({ id: rowId, delivery: rowId })

export const listWebhooks = defineEndpoint({
  method: 'GET',
  path: '/api/webhooks/',
  summary: 'Who is told what happens, by name',
  access,
  responses: { 200: z.strictObject({ results: z.array(webhookResource) }) },
})

export const createWebhook = defineEndpoint({
  method: 'POST',
  path: '/api/webhooks/',
  summary:
    'Tell somebody from now on. The secret that signs is answered here and never again; at most 50 a company, and only addresses of the public internet',
  access,
  body: webhookFields,
  responses: { 201: withSecret },
  errors: ['LIMIT_REACHED'],
})

export const readWebhook = defineEndpoint({
  method: 'GET',
  path: '/api/webhooks/{id}/',
  summary: 'One of them',
  access,
  params: idParams,
  responses: { 200: webhookResource },
})

export const updateWebhook = defineEndpoint({
  method: 'PUT',
  path: '/api/webhooks/{id}/',
  summary:
    'Change name, address, events or whether it is active; switched off, it is sent neither what waits nor what happens',
  access,
  params: idParams,
  body: webhookFields,
  headers: ['If-Match'],
  responses: { 200: webhookResource },
})

export const deleteWebhook = defineEndpoint({
  method: 'DELETE',
  path: '/api/webhooks/{id}/',
  summary: 'Tell it nothing more; its deliveries are forgotten',
  access,
  params: idParams,
  headers: ['If-Match'],
  responses: { 200: z.strictObject({ id: z.string(), deleted: z.literal(true) }) },
})

export const renewWebhookSecret = defineEndpoint({
  method: 'POST',
  path: '/api/webhooks/{id}/secret/',
  summary: 'A new secret, answered once; the one before it signs nothing more',
  access,
  params: idParams,
  body: z.strictObject({}),
  responses: { 200: withSecret },
})

export const testWebhook = defineEndpoint({
  method: 'POST',
  path: '/api/webhooks/{id}/test/',
  summary: 'Send an event that says nothing, also to one that is not active',
  access,
  params: idParams,
  body: z.strictObject({}),
  responses: { 202: deliveryResource },
})

export const listDeliveries = defineEndpoint({
  method: 'GET',
  path: '/api/webhooks/{id}/deliveries/',
  summary: 'What was sent or waits to be, newest first, in pages; kept for 30 days',
  access,
  params: idParams,
  query: z.strictObject({ ...pageQuery, state: z.enum(deliveryStates).optional() }),
  responses: { 200: listOf(deliveryResource) },
})

export const redeliver = defineEndpoint({
  method: 'POST',
  path: '/api/webhooks/{id}/deliveries/{delivery}/redeliver/',
  summary: 'Send it once more, at once and under the same webhook-id',
  access,
  params: deliveryParams,
  body: z.strictObject({}),
  responses: { 202: deliveryResource },
})
