/** Accepts a problem with a justification. A second waiver of the same problem replaces the first. */
import { quoted, targetNameOf } from '../process/names.ts'
import { putRows } from '../process/rows.ts'
import { waiverSchema } from '../process/waiver.ts'
import { defineCommand } from './command.ts'

export const waiveProblem = defineCommand({
  id: 'waiveProblem',
  payload: waiverSchema.pick({ ruleId: true, targetId: true, justification: true }),
  label: (document, { ruleId, targetId }) => `Waive ${ruleId} at ${quoted(targetNameOf(document, targetId))}`,
  refuse: (document, { targetId }) =>
    document.stages[targetId] ||
    document.transitions[targetId] ||
    document.scenarios[targetId] ||
    document.process.id === targetId
      ? null
      : 'What the problem is about is not in this process any more.',
  run: (document, { ruleId, targetId, justification }, context) => {
    const had = Object.values(document.waivers).find(
      (waiver) => waiver.ruleId === ruleId && waiver.targetId === targetId,
    )
    const id = had?.id ?? context.newId()
    return putRows(document, 'waivers', [
      { id, ruleId, targetId, justification, by: context.actorId, at: context.now },
    ])
  },
})
