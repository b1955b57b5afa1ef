/** The little of the CRM's opportunities that the backend keeps, so that usage and impact are real. */
import { z } from 'zod'
import { maskable } from '../domain/process/masking.ts'
import { defineEndpoint } from './endpoint.ts'
import { listOf, pageQuery, rowId } from './lists.ts'

export const moment = z.iso
  .datetime('a moment as ISO 8601 in UTC: 2026-01-31T09:00:00Z')
  .refine((text) => text >= '1900' && text < '2200', 'a moment between the years 1900 and 2199')

export const opportunityProjection = z.strictObject({
  id: rowId,
  name: z.string().max(200),
  stage_id: rowId,
  status: z.enum(['open', 'won', 'lost']),
  amount: z.number().min(0).max(1e13),
  owner_name: z.string().max(200).default(''),
  entered_stage_at: moment,
  created_at: moment,
  closed_at: moment.nullable().default(null),
})

export const feedOpportunities = defineEndpoint({
  method: 'PUT',
  path: '/api/opportunity-projections/',
  summary: 'Insert or replace opportunities by id, all or none',
  access: 'manage_reference_data',
  body: z.strictObject({ opportunities: z.array(opportunityProjection).min(1).max(5_000) }),
  responses: { 200: z.strictObject({ inserted: z.int(), updated: z.int() }) },
})

export const listOpportunities = defineEndpoint({
  method: 'GET',
  path: '/api/opportunity-projections/',
  summary:
    'The opportunities as they were last fed, by id, in pages: none is passed over that is fed meanwhile. `since` for those fed at that moment or later: take the moment at which you began to read before, less a few minutes, for what was being fed then',
  access: 'view_analytics',
  query: z.strictObject({
    ...pageQuery,
    since: moment.optional(),
    process_id: rowId.optional(),
    stage_id: rowId.optional(),
    status: opportunityProjection.shape.status.optional(),
  }),
  responses: {
    200: listOf(
      opportunityProjection.extend({
        name: maskable(z.string()),
        amount: maskable(z.number()),
        owner_name: maskable(z.string()),
        closed_at: z.string().nullable(),
        /** When it was last fed. */
        projected_at: z.string(),
      }),
    ),
  },
  csv: true,
})
