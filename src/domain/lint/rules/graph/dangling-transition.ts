import { forAll, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const danglingTransition = defineRule({
  id: 'graph/dangling-transition',
  title: 'Both ends of a transition exist',
  why: 'A transition that names a stage which is not there can neither be drawn nor taken. It comes from files and interfaces that were edited elsewhere.',
  *check(context) {
    for (const { transition, from, to } of context.graph.links) {
      const { isGlobal, fromStageId, toStageId } = transition
      const fromIsThere = isGlobal || from !== undefined
      const toIsThere = to !== undefined
      if (fromIsThere && toIsThere) continue
      const ends = !fromIsThere && !toIsThere ? 'neither' : fromIsThere ? 'to' : 'from'
      const message = {
        neither: 'This transition connects two stages that do not exist. Remove it.',
        to: `A transition from ${stageWords(context, isGlobal ? null : fromStageId)} leads to a stage that does not exist. Remove it.`,
        from: `A transition to ${stageWords(context, toStageId)} starts in a stage that does not exist. Remove it.`,
      }[ends]
      yield {
        at: { kind: 'transition', id: transition.id },
        message,
        fixes: [forAll(removeTransition(transition))],
      }
    }
  },
})
