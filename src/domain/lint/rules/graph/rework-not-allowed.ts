import { removeTransition } from '../../fixes.ts'
import { defineRule, type QuickFix } from '../../rule.ts'
import { sentence, transitionWords } from '../../words.ts'

const allow: QuickFix = {
  title: 'Allow rework in this process',
  command: { id: 'setPolicies', payload: { changes: { allow_rework: true } } },
  fixAll: true,
}

export const reworkNotAllowed = defineRule({
  id: 'graph/rework-not-allowed',
  title: 'Ways back exist only where the policy allows them',
  why: 'Whether deals may go back is a decision about the whole process. A single transition must not decide it by the way.',
  *check(context) {
    if (context.document.process.policies.allow_rework) return
    for (const transition of context.graph.transitions)
      if (transition.isRework)
        yield {
          at: { kind: 'transition', id: transition.id, field: 'isRework' },
          message: `${sentence(transitionWords(context, transition))} is a way back, but this process does not allow rework. Allow it or remove the transition.`,
          fixes: [allow, removeTransition(transition)],
        }
  },
})
