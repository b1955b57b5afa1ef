/**
 * Replaces the content of a process by a template, as built. The process keeps its identity, name and, if any,
 * description. Whoever offers templates builds them: the commands do not carry all of them along.
 */
import { z } from 'zod'
import { quoted } from '../process/names.ts'
import { processDocumentSchema } from '../process/process.ts'
import { defineCommand } from './command.ts'
import { withContentOf } from './replaceDocument.ts'

export const applyTemplate = defineCommand({
  id: 'applyTemplate',
  payload: z.strictObject({ name: z.string().max(200), built: processDocumentSchema }),
  label: (_, { name }) => `Apply template ${quoted(name)}`,
  run: (document, { built }) => {
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
