/** What the wizard keeps while it is left: as one string, so that any store will do. */
import { z } from 'zod'
import { beginningSchema } from '../../domain/process/beginning.ts'
import { type ProcessDocument, processDocumentSchema } from '../../domain/process/process.ts'
import type { RefusedTexts } from '../../ui/tables/refusedCells.ts'
import { type Answers, type WizardStep, wizardSteps } from './wizardSteps.ts'

/** Where an unfinished process, or an unfinished stage, waits: on this device, for this person. */
export interface WizardKeep {
  read(): string | null
  /** Null forgets. */
  write(content: string | null): void
}

export interface KeptWizard {
  readonly step: WizardStep
  /** The furthest step that was reached. */
  readonly reached: number
  readonly answers: Answers
  /** What the cells of each step refused. */
  readonly refused: readonly RefusedTexts[]
  readonly document: ProcessDocument
}

/** Raised by one with every change of what is kept: older ones are begun anew. */
const version = 2

const refusedTexts = z
  .record(z.string(), z.object({ text: z.string(), of: z.string(), refusal: z.string().nullable() }))
  .transform((byCell): RefusedTexts => new Map(Object.entries(byCell)))

const schema = z.object({
  version: z.literal(version),
  step: z.enum(wizardSteps),
  reached: z.int().min(0),
  answers: z.object({
    start: z
      .union([
        z.object({ kind: z.enum(['template', 'own']), id: z.string() }),
        z.object({ kind: z.enum(['blank', 'import']) }),
      ])
      .nullable(),
    from: beginningSchema.nullable().default(null),
    processName: z.string(),
    processCode: z.string(),
    ownCode: z.boolean(),
  }),
  refused: z
    .array(refusedTexts)
    .length(wizardSteps.length)
    .default(() => wizardSteps.map(() => new Map())),
  document: processDocumentSchema,
})

export function keepWizard(keep: WizardKeep, kept: KeptWizard): void {
  const place = { number: wizardSteps.indexOf(kept.step) + 1, count: wizardSteps.length }
  const refused = kept.refused.map((texts) => Object.fromEntries(texts))
  keep.write(JSON.stringify({ version, place, ...kept, refused }))
}

/** Null where nothing is kept, or what is kept comes from another version and cannot be read. */
export const keptWizard = (keep: WizardKeep): KeptWizard | null => parsedBy(schema, keep.read())

/** What a kept string holds by its schema; null where it holds something else. */
export function parsedBy<T>(shape: z.ZodType<T>, content: string | null): T | null {
  if (content === null) return null
  try {
    return shape.safeParse(JSON.parse(content)).data ?? null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}
