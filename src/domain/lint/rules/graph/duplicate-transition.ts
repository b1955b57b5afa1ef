import { forAll, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const duplicateTransition = defineRule({
  id: 'graph/duplicate-transition',
  title: 'Two stages are connected once',
  why: 'With two transitions between the same stages people do not know which one to take, and their conditions can contradict each other. One transition can carry all conditions.',
  *check(context) {
    const { graph } = context
    // One number a pair, as most processes have it; ends that do not exist are told apart by their ids.
    const seen = new Set<number | string>()
    for (const transition of graph.transitions) {
      const from = transition.isGlobal ? null : transition.fromStageId
      const fromPlace = from === null ? graph.stages.length : graph.positionOf(from)
      const toPlace = graph.positionOf(transition.toStageId)
      const known = fromPlace >= 0 && toPlace >= 0
      const pair = known
        ? fromPlace * graph.stages.length + toPlace
        : JSON.stringify([from, transition.toStageId])
      if (!seen.has(pair)) seen.add(pair)
      else
        yield {
          at: { kind: 'transition', id: transition.id },
          message: `There is another transition from ${stageWords(context, from)} to ${stageWords(context, transition.toStageId)}. Remove one of them.`,
          fixes: [forAll(removeTransition(transition))],
        }
    }
  },
})
