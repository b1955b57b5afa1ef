/** A problem that someone who may has accepted, with the reason. Part of the document, so of the audit trail. */
import { z } from 'zod'

export const waiverSchema = z.strictObject({
  id: z.string().min(1),
  ruleId: z.string(),
  /** The stage, transition or process the problem is about. */
  targetId: z.string(),
  justification: z.string().min(10, 'Give a justification of at least 10 characters.').max(1_000),
  by: z.string(),
  at: z.string(),
})
export type Waiver = z.infer<typeof waiverSchema>
