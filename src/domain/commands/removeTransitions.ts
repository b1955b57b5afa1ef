/** Removes transitions with the waivers and comments about them. */
import { z } from 'zod'
import { quoted, sourceNameOf, stageNameOf } from '../process/names.ts'
import { dropRows } from '../process/rows.ts'
import { withoutRowsAbout } from '../process/withoutStages.ts'
import { defineCommand } from './command.ts'

export const removeTransitions = defineCommand({
  id: 'removeTransitions',
  payload: z.strictObject({
    transitionIds: z.array(z.string()).min(1, 'Choose at least one transition to delete.'),
  }),
  label: (document, { transitionIds }) => {
    const [only, ...more] = transitionIds
    const transition = only === undefined ? undefined : document.transitions[only]
    if (!transition || more.length > 0) return `Delete ${transitionIds.length} transitions`
    const source =
      transition.fromStageId === null ? 'any open stage' : quoted(sourceNameOf(document, transition))
    return `Delete the transition from ${source} to ${quoted(stageNameOf(document, transition.toStageId))}`
  },
  refuse: (document, { transitionIds }) =>
    transitionIds.every((id) => document.transitions[id])
      ? null
      : 'A transition to delete is not in this process any more.',
  run: (document, { transitionIds }) =>
    withoutRowsAbout(dropRows(document, 'transitions', transitionIds), transitionIds),
})
