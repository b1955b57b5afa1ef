import { stageKind } from '../../../process/stage.ts'
import { changeStage } from '../../fixes.ts'
import { percentOf } from '../../percent.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const decreasesOnTransition = defineRule({
  id: 'probability/decreases-on-transition',
  title: 'Probability does not fall along a transition forward',
  why: 'Moving a deal forward must not make it worth less in the forecast; people would stop moving deals.',
  *check(context) {
    for (const { transition, from, to } of context.graph.links) {
      if (transition.isRework) continue
      if (!from?.isActive || !to?.isActive || stageKind(from) !== 'open' || stageKind(to) !== 'open') continue
      if (to.stageOrder <= from.stageOrder || percentOf(to) >= percentOf(from)) continue
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `Moving from ${stageWords(context, from.id)} to ${stageWords(context, to.id)} lowers the probability from ${percentOf(from)} % to ${percentOf(to)} %. Raise the later stage or lower the earlier one.`,
        fixes: [
          changeStage(`Raise ${stageWords(context, to.id)} to ${percentOf(from)} %`, to.id, {
            defaultProbability: percentOf(from),
          }),
        ],
      }
    }
  },
})
