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

const whenAndHow = { at: z.string(), step_by_step: z.boolean().optional() }
const [template, copy, imported] = beginningSchema.options

/** On the wire: a draft that is gone on with elsewhere keeps where it came from. */
export const wireBeginningSchema = z.discriminatedUnion('kind', [
  template.extend(whenAndHow).strict(),
  copy.extend(whenAndHow).strict(),
  imported.extend(whenAndHow).strict(),
])
export type WireBeginning = z.infer<typeof wireBeginningSchema>

export const beginningToWire = ({ stepByStep, ...beginning }: DatedBeginning): WireBeginning => ({
  ...beginning,
  ...(stepByStep === undefined ? {} : { step_by_step: stepByStep }),
})

export const beginningFromWire = ({ step_by_step, ...wire }: WireBeginning): DatedBeginning => ({
  ...wire,
  ...(step_by_step === undefined ? {} : { stepByStep: step_by_step }),
})
