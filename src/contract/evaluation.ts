/**
 * The engine's word about a deal: may it make this move, why not, and what happens then. Changes nothing. It judges what
 * the caller sees: a step whose condition is hidden is taken as asked, and says so among the warnings, and what a
 * transition sets off is left out where that is hidden. Otherwise asking about many deals would find out where a hidden
 * threshold lies. What stays open: who sees which real deals had to be approved sees that much of it. A CRM that moves
 * deals asks as somebody who sees everything.
 */
import { z } from 'zod'
import { dealSchema } from '../domain/engine/deal.ts'
import { verdictSchema } from '../domain/engine/verdict.ts'
import { wireSchema } from '../domain/process/wire.ts'
import { defineEndpoint } from './endpoint.ts'
import { rowId } from './lists.ts'

export const evaluateTransition = defineEndpoint({
  method: 'POST',
  path: '/api/stage-transitions/evaluate/',
  summary: 'Verdicts for a deal: on the named transition, else on every exit of the stage it stands in',
  access: 'read_transitions',
  body: z.strictObject({
    deal: wireSchema(dealSchema).extend({ stage_id: rowId }),
    transition_id: rowId.optional(),
  }),
  responses: {
    200: z.strictObject({
      process_id: z.string(),
      revision: z.int(),
      verdicts: z.array(wireSchema(verdictSchema)),
      /** What people may not change about the deal now; `field` null: nothing at all. */
      locks: z.array(z.strictObject({ field: z.string().nullable(), sentence: z.string() })),
    }),
  },
  errors: ['NOT_FOUND'],
})
