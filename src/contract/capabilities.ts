/** What a backend can do, so that one client serves many; and whether it is alive. */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

/** A backend with made-up data that anybody may try: whom one can sign in as. */
const demoSchema = z.strictObject({
  password: z.string(),
  accounts: z.array(z.strictObject({ email: z.string(), name: z.string(), role: z.string() })),
})
export type Demo = z.infer<typeof demoSchema>

export const capabilitiesSchema = z.strictObject({
  etag: z.boolean(),
  idempotency: z.boolean(),
  atomic_publish: z.boolean(),
  replay: z.boolean(),
  settings: z.boolean(),
  drafts: z.boolean(),
  evaluate: z.boolean(),
  /** Requests to publish, with review and at a time; a backend that does not say has none. */
  publish_requests: z.boolean().default(false),
  /** Whether who has forgotten their password gets a link by mail; a backend that does not say sends none. */
  forgotten_password: z.boolean().default(false),
  /** Present only where the data is a demo's. */
  demo: demoSchema.optional(),
})
export type Capabilities = z.infer<typeof capabilitiesSchema>

export const readCapabilities = defineEndpoint({
  method: 'GET',
  path: '/api/capabilities',
  summary: 'What this backend supports',
  access: 'public',
  responses: { 200: capabilitiesSchema },
})

export const readOpenApi = defineEndpoint({
  method: 'GET',
  path: '/api/openapi.json',
  summary: 'This contract as OpenAPI 3.1',
  access: 'public',
  responses: { 200: z.record(z.string(), z.json()) },
})

export const readHealth = defineEndpoint({
  method: 'GET',
  path: '/healthz',
  summary: 'The process runs',
  access: 'public',
  responses: { 200: z.strictObject({ status: z.literal('ok') }) },
})

export const readReadiness = defineEndpoint({
  method: 'GET',
  path: '/readyz',
  summary: 'The process can serve: its database answers and is migrated',
  access: 'public',
  responses: { 200: z.strictObject({ status: z.literal('ready') }) },
  errors: ['NOT_READY'],
})
