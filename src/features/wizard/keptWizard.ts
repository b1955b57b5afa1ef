/** What the wizard keeps while it is left: as one string, so that any store will do. */
import { z } from 'zod'
import { type ProcessDocument, processDocumentSchema } from '../../domain/process/process.ts'
import { type Answers, type WizardStep, wizardSteps } from './wizardSteps.ts'

/** Where an unfinished process waits: of this tab, of this person. */
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
  readonly document: ProcessDocument
}

const schema = z.object({
  version: z.literal(1),
  step: z.enum(wizardSteps),
  reached: z.int().min(0),
  answers: z.object({
    start: z
      .union([
        z.object({ kind: z.literal('template'), id: z.string() }),
        z.object({ kind: z.enum(['blank', 'import']) }),
      ])
      .nullable(),
    processName: z.string(),
    processCode: z.string(),
    ownCode: z.boolean(),
  }),
  document: processDocumentSchema,
})

export const keepWizard = (keep: WizardKeep, kept: KeptWizard): void =>
  keep.write(JSON.stringify({ version: 1, ...kept }))

/** Null where nothing is kept, or what is kept comes from another version and cannot be read. */
export function keptWizard(keep: WizardKeep): KeptWizard | null {
  const content = keep.read()
  if (content === null) return null
  try {
    const read = schema.safeParse(JSON.parse(content))
    return read.success ? read.data : null
  } catch (problem) {
    if (problem instanceof SyntaxError) return null
    throw problem
  }
}
