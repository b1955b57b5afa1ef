/** What a process was made from. A draft keeps it, so that values which nobody touched since can say where they come from. */
import { z } from 'zod'

export const beginningSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('template'), name: z.string() }),
  z.object({ kind: z.literal('copy'), name: z.string() }),
  z.object({
    kind: z.literal('import'),
    format: z.enum(['salesforce', 'hubspot', 'stagecraft']),
    /** Names of the files, joined. */
    files: z.string(),
  }),
])
type Source = z.infer<typeof beginningSchema>

export type Beginning = Source & {
  /** Worked over step by step before it became a draft. */
  readonly stepByStep?: boolean
}

/** What an import tells of itself. */
export type ImportedFrom = Pick<Extract<Beginning, { kind: 'import' }>, 'format' | 'files'>

/** With the time at which the draft began, ISO 8601. */
export type DatedBeginning = Beginning & { readonly at: string }
