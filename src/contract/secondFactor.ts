/** A second factor for one's own sign-in: codes of an authenticator app (TOTP), and recovery codes for the day it is gone. */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

const password = z.string().min(1, 'Enter your present password.').max(1_000)
/** Six digits of the app, or one of the recovery codes. */
const code = z.string().trim().min(1, 'Enter the code.').max(40)

const secondFactorState = z.strictObject({
  /** Null: off. */
  enabled_at: z.string().nullable(),
  recovery_codes_left: z.int().min(0),
})

const recoveryCodes = z.strictObject({ recovery_codes: z.array(z.string()) })

export const readSecondFactor = defineEndpoint({
  method: 'GET',
  path: '/api/me/second-factor/',
  summary: 'Whether your sign-in asks for a second factor',
  access: 'signed_in',
  responses: { 200: secondFactorState },
})

export const beginSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/',
  summary: 'A fresh secret for an authenticator app; nothing is asked for until it is confirmed',
  access: 'signed_in',
  body: z.strictObject({ password }),
  responses: {
    201: z.strictObject({
      /** Base 32, to be typed. */
      secret: z.string(),
      /** `otpauth://…`, to be shown as a QR code. */
      uri: z.string(),
    }),
  },
  errors: ['ALREADY_EXISTS', 'RATE_LIMITED'],
})

export const confirmSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/confirm/',
  summary: 'Switch it on by the first code; answers recovery codes, this once, and ends all other sessions',
  access: 'signed_in',
  body: z.strictObject({ code }),
  responses: { 200: recoveryCodes },
  errors: ['NOT_FOUND', 'ALREADY_EXISTS'],
})

export const renewRecoveryCodes = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/recovery-codes/',
  summary: 'Fresh recovery codes; those before are worth nothing any more',
  access: 'signed_in',
  body: z.strictObject({ code }),
  responses: { 200: recoveryCodes },
  errors: ['NOT_FOUND', 'RATE_LIMITED'],
})

export const disableSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/me/second-factor/disable/',
  summary: 'Switch it off, by password and code',
  access: 'signed_in',
  body: z.strictObject({ password, code }),
  responses: { 204: null },
  errors: ['NOT_FOUND', 'RATE_LIMITED'],
})
