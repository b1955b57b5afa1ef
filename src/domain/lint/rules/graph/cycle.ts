import { closingTransitions } from '../../circles.ts'
import { forAll, markAsRework, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { sentence, transitionWords } from '../../words.ts'

export const cycle = defineRule({
  id: 'graph/cycle',
  title: 'Transitions do not run in a circle',
  why: 'Where deals can go round without anybody calling it rework, progress cannot be measured: the same deal passes the same stage again and again. Ways back are either marked as rework or not there.',
  *check(context) {
    for (const transition of closingTransitions(context.graph)) {
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `${sentence(transitionWords(context, transition))} closes a circle, so deals can go round for ever. Mark it as rework or remove it.`,
        fixes: context.document.process.policies.allow_rework
          ? [forAll(markAsRework(context, transition)), removeTransition(transition)]
          : [forAll(removeTransition(transition))],
      }
    }
  },
})
