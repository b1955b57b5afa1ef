/** Checkpoints as lines of a file beside the database: whoever rewrites the one still has to rewrite the other. */
import { z } from 'zod'
import type { CheckpointKeeper } from './checkpoint.ts'
import { addLine, linesOf } from './jsonLines.ts'

const line = z.object({
  company: z.string(),
  epoch: z.string(),
  seq: z.number(),
  hash: z.string(),
  at: z.string(),
  previous: z.string(),
  key: z.string(),
  // Lines from before keys could change have none.
  former_key: z.string().nullable().default(null),
  handover: z.string().nullable().default(null),
  signature: z.string(),
})

export function checkpointFile(path: string): CheckpointKeeper {
  return {
    keep: (checkpoint) => addLine(path, checkpoint),
    ofCompany: async (companyId) =>
      (await linesOf(path, line)).filter(({ company }) => company === companyId),
  }
}
