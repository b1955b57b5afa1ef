import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const maximumMissing = defineRule({
  id: 'duration/maximum-missing',
  title: 'Every open stage has a maximum duration',
  why: 'The maximum tells when a deal is stuck. Without one nobody is reminded of it.',
  *check(context) {
    for (const stage of context.graph.openStages) {
      if (stage.maxDurationDays !== null) continue
      const average = stage.averageDurationDays
      const days = average !== null && average > 0 ? Math.ceil(2 * average) : null
      yield {
        at: { kind: 'stage', id: stage.id, field: 'maxDurationDays' },
        message: `Say after how many days a deal is stuck in ${stageWords(context, stage.id)}.`,
        fixes:
          days === null
            ? []
            : [
                forAll(
                  changeStage(`Set to ${days} days, twice the average`, stage.id, { maxDurationDays: days }),
                ),
              ],
      }
    }
  },
})
