/** Replaces the content of a process by a ready one. The process keeps its identity, name and, if any, description. */
import { z } from 'zod'
import { quoted } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { type Command, defineCommand } from './command.ts'
import { withContentOf } from './replaceDocument.ts'

/** What this command needs to know of a template. */
export interface TemplateSource {
  readonly id: string
  readonly name: string
  build(newId: () => string, companyId?: string): ProcessDocument
}

export function applyTemplateWith(
  templateById: (id: string) => TemplateSource | undefined,
): Command<'applyTemplate', { templateId: string }> {
  return defineCommand({
    id: 'applyTemplate',
    payload: z.strictObject({ templateId: z.string() }),
    label: (_, { templateId }) => `Apply template ${quoted(templateById(templateId)?.name ?? templateId)}`,
    refuse: (_, { templateId }) =>
      templateById(templateId) ? null : `There is no template “${templateId}”.`,
    run: (document, { templateId }, context) => {
      const built = templateById(templateId)?.build(context.newId, document.process.companyId)
      if (!built) return document
      const { processName, processCode, description, isActive, stageMigrations } = document.process
      const migrations = Object.entries(stageMigrations).filter(([, to]) => built.stages[to])
      return withContentOf(document, {
        ...built,
        process: {
          ...built.process,
          processName,
          processCode,
          description: description || built.process.description,
          isActive,
          stageMigrations: Object.fromEntries(migrations),
        },
      })
    },
  })
}
