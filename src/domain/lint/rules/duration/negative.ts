import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { sentence, stageWords, transitionWords } from '../../words.ts'

const durations = [
  ['averageDurationDays', 'average'],
  ['maxDurationDays', 'maximum'],
] as const

export const negative = defineRule({
  id: 'duration/negative',
  title: 'Durations are not negative',
  why: 'Nothing takes less than no time. A negative number of days is a slip that would pull every average down.',
  *check(context) {
    for (const stage of context.graph.stages)
      for (const [field, words] of durations) {
        const days = stage[field]
        if (days === null || days >= 0) continue
        yield {
          at: { kind: 'stage', id: stage.id, field },
          message: `The ${words} duration of ${stageWords(context, stage.id)} is ${days} days. Use 0 or more.`,
          fixes: [forAll(changeStage(`Clear the ${words} duration`, stage.id, { [field]: null }))],
        }
      }
    for (const transition of context.graph.transitions) {
      if (transition.afterDays === null || transition.afterDays >= 0) continue
      yield {
        at: { kind: 'transition', id: transition.id, field: 'afterDays' },
        message: `${sentence(transitionWords(context, transition))} fires after ${transition.afterDays} days. Use 0 or more.`,
        fixes: [
          {
            title: 'Clear the number of days',
            command: {
              id: 'updateTransition',
              payload: { transitionId: transition.id, changes: { afterDays: null } },
            },
            fixAll: true,
          },
        ],
      }
    }
  },
})
