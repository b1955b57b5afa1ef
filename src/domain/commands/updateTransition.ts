/** Changes fields of a transition other than its ends. Made global, it leaves every open stage. */
import { z } from 'zod'
import { quoted, transitionNameOf } from '../process/names.ts'
import { withoutEmpty } from '../process/optionalFields.ts'
import { putRows, withFields } from '../process/rows.ts'
import { optionalTransitionFields } from '../process/transition.ts'
import { transitionChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { connectionRefusal } from './connection.ts'
import { changeInWords } from './fieldNames.ts'

export const updateTransition = defineCommand({
  id: 'updateTransition',
  payload: z.strictObject({ transitionId: z.string(), changes: transitionChangesSchema }),
  label: (document, { transitionId, changes }) =>
    changeInWords(quoted(transitionNameOf(document, transitionId)), changes),
  refuse: (document, { transitionId, changes }) => {
    const transition = document.transitions[transitionId]
    if (!transition) return 'The transition is not in this process any more.'
    if (changes.isGlobal === false && transition.isGlobal)
      return 'Choose the stage that this transition leaves instead: a transition that is not global needs one.'
    if (changes.isGlobal === true && !transition.isGlobal)
      return connectionRefusal(document, null, transition.toStageId, transitionId)
    return null
  },
  run: (document, { transitionId, changes }) => {
    const transition = document.transitions[transitionId]
    if (!transition) return document
    const ends = changes.isGlobal === true ? { fromStageId: null } : {}
    const changed = withFields(transition, { ...changes, ...ends })
    return putRows(document, 'transitions', [withoutEmpty(changed, optionalTransitionFields)])
  },
})
