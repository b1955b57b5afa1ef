/** Changes fields of several stages in one step: bulk edit, renumbering, sorting probabilities. */
import { z } from 'zod'
import { sameValue } from '../process/equality.ts'
import { quoted, stageNameOf } from '../process/names.ts'
import { stageChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { changeInWords, fieldName } from './fieldNames.ts'
import { withStageChanged } from './updateStage.ts'

export const updateStages = defineCommand({
  id: 'updateStages',
  payload: z.strictObject({ changes: z.record(z.string(), stageChangesSchema) }),
  label: (document, { changes }) => {
    const [first, ...more] = Object.entries(changes)
    if (!first) return 'Change no stage'
    if (more.length === 0) return changeInWords(quoted(stageNameOf(document, first[0])), first[1])
    const subject = `${more.length + 1} stages`
    if (more.every(([, other]) => sameValue(other, first[1]))) return changeInWords(subject, first[1])
    const fields = new Set(Object.values(changes).flatMap((change) => Object.keys(change)))
    const [only, ...others] = fields
    return only !== undefined && others.length === 0
      ? `Change ${fieldName(only)} of ${subject}`
      : `Change ${subject}`
  },
  refuse: (document, { changes }) =>
    Object.keys(changes).every((id) => document.stages[id])
      ? null
      : 'A stage to change is not in this process any more.',
  run: (document, { changes }) =>
    Object.entries(changes).reduce((next, [id, change]) => withStageChanged(next, id, change), document),
})
