/** Who belongs to the company, in which role. A change bites at the person's next request, and closes their sockets. */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { idParams } from './lists.ts'
import { roles } from './roles.ts'

const memberResource = z.strictObject({
  id: z.string(),
  email: z.string(),
  display_name: z.string(),
  role: z.enum(roles),
  /** False: may not come in, and keeps the name on what was done. */
  is_active: z.boolean(),
  joined_at: z.string(),
  /** Whether they came by a link that only their mailbox had. */
  address_proven: z.boolean(),
  /** Whether a second factor is on. */
  second_factor: z.boolean(),
})
export type MemberRow = z.infer<typeof memberResource>

export const listMembers = defineEndpoint({
  method: 'GET',
  path: '/api/members/',
  summary: 'Everybody in the company with their role, by name; those who may not come in too',
  access: 'manage_members',
  responses: { 200: z.strictObject({ results: z.array(memberResource) }) },
})

export const personResource = memberResource.pick({ id: true, email: true, display_name: true, role: true })
export type Person = z.infer<typeof personResource>

export const listPeople = defineEndpoint({
  method: 'GET',
  path: '/api/people/',
  summary: 'Who may come in, by name: whom an approval can ask',
  access: 'manage_reference_data',
  responses: { 200: z.strictObject({ results: z.array(personResource) }) },
})

export const updateMember = defineEndpoint({
  method: 'PATCH',
  path: '/api/members/{id}/',
  summary: 'Another role, or shut out and let in again; not for oneself, so that somebody always may',
  access: 'manage_members',
  critical: true,
  params: idParams,
  body: z
    .strictObject({ role: z.enum(roles).optional(), is_active: z.boolean().optional() })
    .refine(
      (body) => body.role !== undefined || body.is_active !== undefined,
      'Say what changes: role or is_active.',
    ),
  responses: { 200: memberResource },
  errors: ['OWN_MEMBERSHIP'],
})

export const resetSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/api/members/{id}/reset-second-factor/',
  summary:
    'Take away the second factor that somebody has lost; their sessions end and a mail tells them. Not one’s own, and not of who works for another company too',
  access: 'manage_members',
  critical: true,
  params: idParams,
  body: z.strictObject({}),
  responses: { 204: null },
  errors: ['OWN_MEMBERSHIP', 'NOT_FOUND'],
})
