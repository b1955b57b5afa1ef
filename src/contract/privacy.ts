/** What is kept about one person: given out whole, and erased. */
import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'

const params = z.strictObject({ id: z.uuid() })
const rows = z.array(z.record(z.string(), z.json()))

export const exportPerson = defineEndpoint({
  method: 'GET',
  path: '/api/privacy/people/{id}/',
  summary:
    'Everything that is kept about one member: profile, sign-ins, drafts, mails to them, and what they did with their words',
  access: 'manage_members',
  critical: true,
  params,
  responses: {
    200: z.strictObject({
      person: z.record(z.string(), z.json()),
      sessions: rows,
      drafts: rows,
      /** Written to them within the last 30 days; without the links that were in them. */
      mails: rows,
      audit: rows,
    }),
  },
})

export const erasePerson = defineEndpoint({
  method: 'DELETE',
  path: '/api/privacy/people/{id}/',
  summary:
    'Erase what is kept about one member: name, address, sign-ins, drafts, and their words beside the audit trail, which still verifies',
  access: 'manage_members',
  critical: true,
  params,
  responses: { 204: null },
})
