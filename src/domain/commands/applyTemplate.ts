/** Replaces the content of a process by a ready one. The process keeps its identity, name and, if any, description. */
import { z } from 'zod'
import { quoted } from '../process/names.ts'
import { findTemplate } from '../templates/index.ts'
import { defineCommand } from './command.ts'
import { withContentOf } from './replaceDocument.ts'

export const applyTemplate = defineCommand({
  id: 'applyTemplate',
  payload: z.strictObject({ templateId: z.string() }),
  label: (_, { templateId }) => `Apply template ${quoted(findTemplate(templateId)?.name ?? templateId)}`,
  refuse: (_, { templateId }) => (findTemplate(templateId) ? null : `There is no template “${templateId}”.`),
  run: (document, { templateId }, context) => {
    const built = findTemplate(templateId)?.build(context.newId, document.process.companyId)
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
