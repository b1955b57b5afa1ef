import { forAll, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const selfTransition = defineRule({
  id: 'graph/self-transition',
  title: 'No transition leads back to its own stage',
  why: 'A move from a stage to itself changes nothing, but counts as a move in every report and resets the days in the stage.',
  *check(context) {
    for (const transition of context.graph.transitions) {
      if (transition.isGlobal || transition.fromStageId !== transition.toStageId) continue
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `This transition leads from ${stageWords(context, transition.toStageId)} to itself. Remove it.`,
        fixes: [forAll(removeTransition(transition))],
      }
    }
  },
})
