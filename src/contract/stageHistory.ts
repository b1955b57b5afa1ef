/** Every move of every opportunity from stage to stage: read as a feed, and brought along from elsewhere. */
import { z } from 'zod'
import { maskable } from '../domain/process/masking.ts'
import { defineEndpoint } from './endpoint.ts'
import { listOf, pageQuery, rowId } from './lists.ts'
import { moment } from './opportunities.ts'

const moveResource = z.strictObject({
  id: z.string(),
  opportunity_id: z.string(),
  /** Null for the first stage of an opportunity. */
  from_stage_id: z.string().nullable(),
  to_stage_id: z.string(),
  amount: maskable(z.number()),
  changed_at: z.string(),
  /** When it was told to us: what `since` goes by. */
  recorded_at: z.string(),
})

export const listStageHistory = defineEndpoint({
  method: 'GET',
  path: '/api/stage-history/',
  summary:
    'Moves in the order in which they were recorded, in pages; `since` for those recorded at that moment or later: take the last one that you have, less a few minutes, for what was being recorded then, and know them by id',
  access: 'view_analytics',
  query: z.strictObject({
    ...pageQuery,
    since: moment.optional(),
    process_id: rowId.optional(),
    opportunity_id: rowId.optional(),
  }),
  responses: { 200: listOf(moveResource) },
  csv: true,
})

export const importStageHistory = defineEndpoint({
  method: 'POST',
  path: '/api/stage-history/import/',
  summary:
    'Moves as CSV with the columns opportunity_id, to_stage_id, changed_at and, where known, from_stage_id and amount: all or none; those that are there already are passed over. The opportunities have to be there',
  access: 'manage_reference_data',
  body: z.strictObject({ csv: z.string().min(1).max(4_000_000) }),
  file: 'csv',
  responses: { 200: z.strictObject({ inserted: z.int(), skipped: z.int() }) },
})
