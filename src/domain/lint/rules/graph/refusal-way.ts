import { asksBeside } from '../../../process/refusal.ts'
import { changeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { sentence, stageWords, transitionWords } from '../../words.ts'

export const refusalWay = defineRule({
  id: 'graph/refusal-way',
  title: 'A refused approval leads somewhere',
  why: 'A way for refused approvals that no deal can take, or that asks for the next approval, leaves the deal standing where it is.',
  *check(context) {
    const { document, graph } = context
    for (const transition of graph.transitions) {
      if (!transition.onRefusal) continue
      const way = transitionWords(context, transition)
      const asksAgain = document.stages[transition.toStageId]?.requiresApproval
      if (!asksAgain && asksBeside(document, transition)) continue
      yield {
        at: { kind: 'transition', id: transition.id, field: 'onRefusal' },
        message: asksAgain
          ? `${sentence(way)} is for refused approvals, but ${stageWords(context, transition.toStageId)} asks for one itself. Lead refused deals elsewhere.`
          : `${sentence(way)} is for refused approvals, but no other way out of ${stageWords(context, transition.fromStageId)} asks for one.`,
        fixes: [changeTransition('Let refused deals stay', transition.id, { onRefusal: false })],
      }
    }
  },
})
