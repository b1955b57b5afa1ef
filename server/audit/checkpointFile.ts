/** Checkpoints as lines of a file beside the database: whoever rewrites the one still has to rewrite the other. */
import { appendFile, readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { CheckpointKeeper } from './checkpoint.ts'

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
    keep: (checkpoint) => appendFile(path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 }),
    ofCompany: async (companyId) => {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
        throw error
      })
      return text
        .split('\n')
        .filter((one) => one.includes(companyId))
        .flatMap((one) => {
          // A line that a power cut left half written vouches for nothing.
          const parsed = line.safeParse(parsedOrNull(one))
          return parsed.success && parsed.data.company === companyId ? [parsed.data] : []
        })
    },
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
