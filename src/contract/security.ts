/**
 * What a company asks before critical changes: a second factor that was proven within the last ten minutes. Operations
 * it is asked for have `x-step-up` in openapi.json; without it they answer 401 STEP_UP_REQUIRED with the challenge of
 * RFC 9470. Prove it, and send the same request again.
 */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

/** Seconds for which a proof counts. */
export const proofSeconds = 600

const securityPolicy = z.strictObject({ fresh_second_factor: z.boolean() })
export type SecurityPolicy = z.infer<typeof securityPolicy>

export const readSecurityPolicy = defineEndpoint({
  method: 'GET',
  path: '/api/security-policy/',
  summary: 'Whether critical changes need a fresh second factor here',
  access: 'signed_in',
  headers: ['If-None-Match'],
  responses: { 200: securityPolicy },
})

export const writeSecurityPolicy = defineEndpoint({
  method: 'PUT',
  path: '/api/security-policy/',
  summary: 'Change what the company asks before critical changes',
  access: 'manage_members',
  critical: true,
  body: securityPolicy,
  headers: ['If-Match'],
  responses: { 200: securityPolicy },
})

export const proveSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/prove/',
  summary: 'Prove the second factor of this session anew: critical changes are open for ten minutes',
  access: 'signed_in',
  body: z.strictObject({ code: z.string().trim().min(1, 'Enter the code.').max(40) }),
  responses: { 204: null },
  errors: ['NOT_FOUND', 'RATE_LIMITED'],
})
