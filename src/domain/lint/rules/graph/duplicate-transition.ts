import { forAll, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const duplicateTransition = defineRule({
  id: 'graph/duplicate-transition',
  title: 'Two stages are connected once',
  why: 'With two transitions between the same stages people do not know which one to take, and their conditions can contradict each other. One transition can carry all conditions.',
  *check(context) {
    const seen = new Map<string | null, Set<string>>()
    for (const transition of context.graph.transitions) {
      const from = transition.isGlobal ? null : transition.fromStageId
      const targets = seen.get(from)
      if (!targets) seen.set(from, new Set([transition.toStageId]))
      else if (!targets.has(transition.toStageId)) targets.add(transition.toStageId)
      else
        yield {
          at: { kind: 'transition', id: transition.id },
          message: `There is another transition from ${stageWords(context, from)} to ${stageWords(context, transition.toStageId)}. Remove one of them.`,
          fixes: [forAll(removeTransition(transition))],
        }
    }
  },
})
