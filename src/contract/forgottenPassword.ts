/**
 * For who has forgotten their password: a link by mail, `/new-password#<token>`, good once for an hour. Whether an
 * address has an account is told to nobody.
 */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { mailLanguages } from './mailLanguage.ts'

export const requestNewPassword = defineEndpoint({
  method: 'POST',
  path: '/api/auth/forgotten-password/',
  summary: 'Ask for a link to choose a new password by; answers the same whether there is such an account',
  access: 'public',
  body: z.strictObject({
    email: z.string().trim().min(1).max(320),
    /** In which the mail is written. */
    language: z.enum(mailLanguages).default('en'),
  }),
  responses: { 204: null },
  errors: ['NOT_FOUND', 'RATE_LIMITED', 'CROSS_SITE_REFUSED'],
})

export const chooseNewPassword = defineEndpoint({
  method: 'POST',
  path: '/api/auth/new-password/',
  summary: 'Choose a new password by the link of the mail; ends all sessions, and the second factor stays',
  access: 'public',
  body: z.strictObject({
    token: z.string().min(1).max(100),
    password: z.string().min(1, 'Enter a new password.').max(1_000),
  }),
  responses: { 204: null },
  errors: ['LINK_OVER', 'VALIDATION_FAILED', 'CROSS_SITE_REFUSED'],
})
