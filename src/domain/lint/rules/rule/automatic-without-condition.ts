import { defineRule } from '../../rule.ts'
import { sentence, transitionWords } from '../../words.ts'

export const automaticWithoutCondition = defineRule({
  id: 'rule/automatic-without-condition',
  title: 'An automatic transition waits for something',
  why: 'Without a condition or a number of days an automatic transition fires at once: no deal ever stays in the stage it leaves.',
  *check(context) {
    for (const transition of context.graph.transitions) {
      if (!transition.isAutomatic || transition.conditions.length > 0 || transition.afterDays !== null)
        continue
      yield {
        at: { kind: 'transition', id: transition.id, field: 'isAutomatic' },
        message: `${sentence(transitionWords(context, transition))} is automatic but has no condition, so it fires at once. Add a condition or make it manual.`,
        fixes: [
          {
            title: 'Make it manual',
            command: {
              id: 'updateTransition',
              payload: { transitionId: transition.id, changes: { isAutomatic: false } },
            },
            fixAll: true,
          },
        ],
      }
    }
  },
})
