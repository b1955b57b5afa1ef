/** The process as it would be with the new stage, and what the checks would say that they do not say now. */
import { type CommandCall, execute } from '../../../domain/commands/registry.ts'
import { lint } from '../../../domain/lint/lint.ts'
import type { Problem } from '../../../domain/lint/rule.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import type { ReferenceData } from '../../../domain/process/reference.ts'

export interface Sketch {
  readonly document: ProcessDocument
  /** Why it cannot be added so; null where it can. */
  readonly refusal: string | null
  /** Only what comes with the stage. Asked for when shown: it checks the whole process twice. */
  readonly problems: () => readonly Problem[]
}

interface SketchOrder {
  readonly document: ProcessDocument
  readonly reference: ReferenceData
  readonly call: CommandCall
}

export function sketchOf({ document, reference, call }: SketchOrder): Sketch {
  let made = 0
  const done = execute(document, call, {
    newId: () => `sketch-${++made}`,
    now: '1970-01-01T00:00:00.000Z',
    actorId: '',
    reference,
  })
  const next = done.ok ? done.document : document
  const problemsOf = (of: ProcessDocument) => lint({ document: of, reference, base: null, usage: null })
  return {
    document: next,
    refusal: done.ok ? null : done.reason,
    problems: () => {
      const before = new Set(problemsOf(document).map(({ id }) => id))
      return problemsOf(next).filter(({ id, waivedBy }) => !before.has(id) && waivedBy === null)
    },
  }
}
