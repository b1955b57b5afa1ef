import { type SalesStage, stageKind } from '../../../process/stage.ts'
import { changeStage, forAll } from '../../fixes.ts'
import { percentOf } from '../../percent.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const decreases = defineRule({
  id: 'probability/decreases',
  title: 'Probability does not fall along the order',
  why: 'A deal that moves forward should become more likely to be won. Where the number falls, either the order or the probability is wrong, and the forecast drops each time somebody makes progress.',
  *check(context) {
    let before: SalesStage | undefined
    let highest = 0
    let sort: QuickFix | undefined
    for (const stage of context.graph.openStages) {
      const percent = percentOf(stage)
      if (before && percent < percentOf(before)) {
        sort ??= sortByProbability(context)
        yield {
          at: { kind: 'stage', id: stage.id, field: 'defaultProbability' },
          message: `${stageWords(context, stage.id)} has ${percent} %, less than ${stageWords(context, before.id)} before it with ${percentOf(before)} %. Raise it or change the order.`,
          fixes: [
            forAll(changeStage(`Raise to ${highest} %`, stage.id, { defaultProbability: highest })),
            sort,
          ],
        }
      }
      before = stage
      highest = Math.max(highest, percent)
    }
  },
})

/** Only active open stages change places among themselves; all others stay where they are. */
function sortByProbability({ graph }: LintContext): QuickFix {
  const sorted = graph.openStages.toSorted((a, b) => percentOf(a) - percentOf(b))
  let next = 0
  const stageIds = graph.stages.map((stage) => {
    if (!stage.isActive || stageKind(stage) !== 'open') return stage.id
    next += 1
    return sorted[next - 1]?.id ?? stage.id
  })
  return { title: 'Sort the stages by probability', command: { id: 'reorderStages', payload: { stageIds } } }
}
