/** The little of an opportunity that rules see. We never own opportunities: a deal is brought along and given back. */
import { z } from 'zod'
import type { Logic } from '../process/rule.ts'
import { approvalRequestSchema } from './approvalRequest.ts'

export const dealSchema = z.strictObject({
  id: z.string().min(1),
  /** The stage it stands in. */
  stageId: z.string().min(1),
  /** Field values by key; amount and dates are fields like any other. */
  fields: z.record(z.string(), z.json()),
  /** ISO 8601, UTC: timed automatic transitions count from here. */
  enteredStageAt: z.iso.datetime('a moment as ISO 8601 in UTC: 2026-01-31T09:00:00Z'),
  /** Percent; null where nobody set one yet. */
  probability: z.number().nullable().default(null),
  /** A probability that someone wants instead of the stage's, with the reason. */
  probabilityOverride: z
    .strictObject({ value: z.number().min(0).max(100), justification: z.string() })
    .nullable()
    .default(null),
  /** The approval that a move of this deal waits for, has got or was refused; set to null to ask anew. */
  approval: approvalRequestSchema.nullable().default(null),
})
export type Deal = z.infer<typeof dealSchema>

/** A deal that has just come into a stage. */
export function newDeal(given: Pick<Deal, 'id' | 'stageId' | 'enteredStageAt'> & Partial<Deal>): Deal {
  return { fields: {}, probability: null, probabilityOverride: null, approval: null, ...given }
}

/** An empty text, an empty list and nothing are not filled; 0 and no are. */
export function isFilled(value: Logic | undefined): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return !Array.isArray(value) || value.length > 0
}
