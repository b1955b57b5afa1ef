/** Sign-in. The access token lives in memory; the refresh token only in an HttpOnly cookie that these paths read. */
import { z } from 'zod'
import { defineEndpoint, permissions } from './endpoint.ts'
import { roles } from './roles.ts'

export const userSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  display_name: z.string(),
  role: z.enum(roles),
  permissions: z.array(z.enum(permissions)),
  company: z.strictObject({ id: z.string(), name: z.string() }),
  /** Where this person may go on, the present company among them; absent where the backend knows of one alone. */
  companies: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(roles) })).optional(),
})
export type User = z.infer<typeof userSchema>

export const signedIn = z.strictObject({
  access_token: z.string(),
  /** Seconds. */
  expires_in: z.int().positive(),
  user: userSchema,
})
export type SignedInBody = z.infer<typeof signedIn>

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/api/auth/login/',
  summary: 'Sign in with e-mail and password',
  access: 'public',
  body: z.strictObject({
    email: z.string().min(1).max(320),
    password: z.string().min(1).max(1_000),
    /** Where a second factor is on: six digits of the app, or a recovery code. */
    code: z.string().trim().min(1).max(40).optional(),
  }),
  responses: { 200: signedIn },
  errors: [
    'INVALID_CREDENTIALS',
    'SECOND_FACTOR_REQUIRED',
    'INVALID_CODE',
    'RATE_LIMITED',
    'CROSS_SITE_REFUSED',
  ],
})

export const refreshSession = defineEndpoint({
  method: 'POST',
  path: '/api/auth/refresh/',
  summary: 'A new access token for the session in the cookie; the cookie rotates',
  access: 'public',
  body: z.strictObject({}),
  responses: { 200: signedIn },
  errors: ['SESSION_ENDED', 'CROSS_SITE_REFUSED'],
})

export const signOut = defineEndpoint({
  method: 'POST',
  path: '/api/auth/logout/',
  summary: 'End the session in the cookie',
  access: 'public',
  body: z.strictObject({}),
  responses: { 204: null },
  errors: ['CROSS_SITE_REFUSED'],
})

export const readMe = defineEndpoint({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with role and permissions',
  access: 'signed_in',
  responses: { 200: userSchema },
})

export const changePassword = defineEndpoint({
  method: 'PUT',
  path: '/api/me/password/',
  summary: 'Another password for oneself; ends all other sessions',
  access: 'signed_in',
  body: z.strictObject({
    current_password: z.string().min(1, 'Enter your present password.').max(1_000),
    new_password: z.string().min(1, 'Enter a new password.').max(1_000),
  }),
  responses: { 204: null },
  errors: ['VALIDATION_FAILED', 'RATE_LIMITED'],
})
