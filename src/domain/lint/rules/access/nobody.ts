import { isNobody } from '../../../process/who.ts'
import { changeTransition, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { transitionWords } from '../../words.ts'

export const nobody = defineRule({
  id: 'access/nobody',
  title: 'Somebody can run every transition by hand',
  why: 'Where a transition is kept for certain people and names none of them, nobody can ever move a deal this way.',
  *check(context) {
    for (const transition of context.graph.transitions) {
      const { id, runBy = [], isAutomatic } = transition
      if (isAutomatic || runBy.length === 0 || !runBy.every(isNobody)) continue
      yield {
        at: { kind: 'transition', id, field: 'runBy' },
        message: `Nobody can run ${transitionWords(context, transition)}: it is kept for somebody without a name. Say who, or let everybody run it.`,
        fixes: [forAll(changeTransition('Let everybody run it', id, { runBy: [] }))],
      }
    }
  },
})
