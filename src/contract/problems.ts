/** What the linter says, on the wire: as a warning beside a success, or as the reason of a refusal. */
import { z } from 'zod'

export const problemSchema = z.strictObject({
  id: z.string(),
  rule_id: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  target: z.strictObject({
    kind: z.enum(['process', 'stage', 'transition', 'scenario']),
    id: z.string(),
    field: z.string().nullable(),
  }),
})
export type WireProblem = z.infer<typeof problemSchema>
