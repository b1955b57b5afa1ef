/** Where one is signed in: one row a sign-in, its owner's alone. Ending one bites at its next request. */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { idParams } from './lists.ts'

const sessionResource = z.strictObject({
  id: z.string(),
  /** The browser's own words about itself; empty where it said none. */
  device: z.string(),
  address: z.string(),
  signed_in_at: z.string(),
  /** Exact to ten minutes: when its token was last renewed. */
  last_used_at: z.string(),
  /** If it is not used before. */
  expires_at: z.string(),
  /** The one that asks. */
  current: z.boolean(),
})
export type SessionRow = z.infer<typeof sessionResource>

export const listSessions = defineEndpoint({
  method: 'GET',
  path: '/api/sessions/',
  summary: 'Where you are signed in in this company, this session first, then by last use',
  access: 'signed_in',
  responses: { 200: z.strictObject({ results: z.array(sessionResource) }) },
})

export const endSession = defineEndpoint({
  method: 'DELETE',
  path: '/api/sessions/{id}/',
  summary: 'End one of your own sessions',
  access: 'signed_in',
  params: idParams,
  responses: { 204: null },
})

export const endOtherSessions = defineEndpoint({
  method: 'POST',
  path: '/api/me/end-other-sessions/',
  summary: 'End all of your sessions but this one',
  access: 'signed_in',
  body: z.strictObject({}),
  responses: { 200: z.strictObject({ ended: z.int().min(0) }) },
})
