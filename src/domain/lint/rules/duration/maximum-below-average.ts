import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const maximumBelowAverage = defineRule({
  id: 'duration/maximum-below-average',
  title: 'The maximum duration is not below the average',
  why: 'Deals are flagged as stuck when they pass the maximum. With a maximum below the average most deals would be flagged from the start.',
  *check(context) {
    for (const stage of context.graph.stages) {
      const { averageDurationDays: average, maxDurationDays: maximum } = stage
      if (average === null || maximum === null || maximum >= average) continue
      yield {
        at: { kind: 'stage', id: stage.id, field: 'maxDurationDays' },
        message: `In ${stageWords(context, stage.id)} the maximum of ${maximum} days is below the average of ${average} days. Swap them or clear the maximum.`,
        fixes: [
          forAll(
            changeStage('Swap the two', stage.id, { averageDurationDays: maximum, maxDurationDays: average }),
          ),
          changeStage('Clear the maximum', stage.id, { maxDurationDays: null }),
        ],
      }
    }
  },
})
