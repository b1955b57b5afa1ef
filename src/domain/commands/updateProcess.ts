/** Changes the process's own details: name, code, description, default, active. */
import { z } from 'zod'
import { quoted, rowNameOf } from '../process/names.ts'
import { withProcess } from '../process/rows.ts'
import { codePattern } from '../process/stage.ts'
import { processChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { changeInWords } from './fieldNames.ts'

export const updateProcess = defineCommand({
  id: 'updateProcess',
  payload: z.strictObject({ changes: processChangesSchema }),
  label: (document, { changes }) => {
    // Renamed among other things, it goes by the name that it has from then on.
    const shown = Object.keys(changes).length > 1 ? withProcess(document, changes) : document
    return changeInWords(quoted(rowNameOf(shown, 'process', document.process.id)), changes)
  },
  refuse: (_, { changes }) => {
    if (changes.processName !== undefined && changes.processName.trim() === '')
      return 'A process needs a name.'
    if (changes.processCode && !codePattern.test(changes.processCode))
      return 'A process code may have only letters, digits and underscores.'
    return null
  },
  run: (document, { changes }) => withProcess(document, changes),
})
