import { stageKind } from '../../../process/stage.ts'
import { forAll, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const leavesClosedStage = defineRule({
  id: 'graph/leaves-closed-stage',
  title: 'Nothing leaves a closed stage',
  why: 'A closed deal is settled: revenue is booked, commission is paid. Opening it again silently changes numbers that others have already reported.',
  *check(context) {
    for (const { transition, from } of context.graph.links) {
      if (!from || stageKind(from) === 'open') continue
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `This transition leaves ${stageWords(context, from.id)}, which is closed. Remove it.`,
        fixes: [forAll(removeTransition(transition))],
      }
    }
  },
})
