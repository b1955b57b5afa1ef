/** Asking somebody into the company: by a link with a token that works once, for seven days. */
import { z } from 'zod'
import { signedIn } from './auth.ts'
import { defineEndpoint } from './endpoint.ts'
import { idParams } from './lists.ts'
import { mailLanguages } from './mailLanguage.ts'
import { roles } from './roles.ts'

const invitationResource = z.strictObject({
  id: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invited_by: z.string(),
  invited_at: z.string(),
  expires_at: z.string(),
})
export type InvitationRow = z.infer<typeof invitationResource>

/** In which the mail is written, where one leaves. */
const language = z.enum(mailLanguages).default('en')

const withToken = invitationResource.extend({
  /** What goes into the link, `/join#<token>`: told this once, to who invites. The link of the mail is another one. */
  token: z.string(),
  /** Whether a mail server takes an invitation there, too; else the link has to be brought. */
  mailed: z.boolean(),
})

export const invite = defineEndpoint({
  method: 'POST',
  path: '/api/members/',
  summary:
    'Invite somebody by e-mail, as what; answers the token of a link to copy, beside the one that is mailed',
  access: 'manage_members',
  critical: true,
  body: z.strictObject({
    email: z
      .string()
      .trim()
      .max(320)
      .regex(/^[^\s@]+@[^\s@]+$/, 'Enter an e-mail address with an @, like name@example.com.'),
    role: z.enum(roles),
    language,
  }),
  responses: { 201: withToken },
  errors: ['ALREADY_EXISTS', 'LIMIT_REACHED'],
})

export const listInvitations = defineEndpoint({
  method: 'GET',
  path: '/api/invitations/',
  summary: 'Who was invited and has not come yet, the latest first; those whose time is over too',
  access: 'manage_members',
  responses: { 200: z.strictObject({ results: z.array(invitationResource) }) },
})

export const renewInvitation = defineEndpoint({
  method: 'POST',
  path: '/api/invitations/{id}/renew/',
  summary: 'Other links for seven days, to copy and by mail; those before are worth nothing any more',
  access: 'manage_members',
  critical: true,
  params: idParams,
  body: z.strictObject({ language }),
  responses: { 200: withToken },
})

export const withdrawInvitation = defineEndpoint({
  method: 'DELETE',
  path: '/api/invitations/{id}/',
  summary: 'Take an invitation back',
  access: 'manage_members',
  params: idParams,
  responses: { 204: null },
})

const token = z.string().min(1).max(100)

export const readInvitation = defineEndpoint({
  method: 'POST',
  path: '/api/auth/invitation/',
  summary: 'What the link in somebody’s hands invites to',
  access: 'public',
  body: z.strictObject({ token }),
  responses: {
    200: z.strictObject({
      company: z.string(),
      email: z.string(),
      role: z.enum(roles),
      invited_by: z.string(),
      expires_at: z.string(),
      /** Whether this address has an account already: then its password is asked for, else a new one. */
      has_account: z.boolean(),
    }),
  },
  errors: ['INVITATION_OVER'],
})

export const join = defineEndpoint({
  method: 'POST',
  path: '/api/auth/join/',
  summary: 'Accept an invitation and sign in: with a name and a new password, or with the account one has',
  access: 'public',
  body: z.strictObject({
    token,
    /** For a new account. */
    display_name: z.string().trim().max(100).optional(),
    password: z.string().min(1).max(1_000),
    /** Where the account has a second factor. */
    code: z.string().trim().min(1).max(40).optional(),
  }),
  responses: { 200: signedIn },
  errors: [
    'INVITATION_OVER',
    'INVALID_CREDENTIALS',
    'SECOND_FACTOR_REQUIRED',
    'INVALID_CODE',
    'RATE_LIMITED',
    'CROSS_SITE_REFUSED',
  ],
})

export const switchCompany = defineEndpoint({
  method: 'POST',
  path: '/api/auth/switch/',
  summary: 'Go on in another company one belongs to: a session there for the one here',
  access: 'signed_in',
  body: z.strictObject({ company_id: z.string().min(1).max(100) }),
  responses: { 200: signedIn },
  errors: ['NOT_FOUND', 'CROSS_SITE_REFUSED'],
})
