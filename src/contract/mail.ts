/** Mails that a process sends when deals move: in which language, to whom, and what became of them. */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { mailLanguages } from './mailLanguage.ts'
import { deliveryStates } from './webhooks.ts'

export const mailPreferencesSchema = z.strictObject({
  language: z.enum(mailLanguages),
  /** False: no notifications about deals. Mails that a process sends by an action of its own still come. */
  about_deals: z.boolean(),
})
export type MailPreferences = z.infer<typeof mailPreferencesSchema>

export const readMailPreferences = defineEndpoint({
  method: 'GET',
  path: '/api/me/mail/',
  summary: 'How one is written to in this company',
  access: 'signed_in',
  responses: { 200: mailPreferencesSchema },
})

export const writeMailPreferences = defineEndpoint({
  method: 'PUT',
  path: '/api/me/mail/',
  summary: 'Another language, or no more notifications about deals; what is not named stays',
  access: 'signed_in',
  body: mailPreferencesSchema.partial(),
  responses: { 200: mailPreferencesSchema },
})

const mailResource = z.strictObject({
  id: z.string(),
  /** The person's address, or what the action names where nobody is found by it. */
  to: z.string(),
  subject: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  created_at: z.string(),
  tried_at: z.string().nullable(),
  next_at: z.string().nullable(),
  failure: z.string().nullable(),
})
export type MailRow = z.infer<typeof mailResource>

export const listMails = defineEndpoint({
  method: 'GET',
  path: '/api/mail/',
  summary: 'The last 100 mails of the company, newest first, and by which way they leave',
  access: 'manage_integrations',
  responses: {
    200: z.strictObject({
      /** `file`: put into the folder `mail` of the installation; `none`: this backend sends nothing. */
      way: z.enum(['smtp', 'file', 'none']),
      results: z.array(mailResource),
    }),
  },
})
