import { changeStage, forAll } from '../../fixes.ts'
import { percentOf } from '../../percent.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const range = defineRule({
  id: 'probability/range',
  title: 'A probability is a whole number from 0 to 100',
  why: 'The forecast multiplies each amount by its probability. One value outside the range spoils the sum.',
  *check(context) {
    for (const stage of context.graph.stages) {
      const percent = percentOf(stage)
      if (percent === stage.defaultProbability) continue
      yield {
        at: { kind: 'stage', id: stage.id, field: 'defaultProbability' },
        message: `${stageWords(context, stage.id)} has a probability of ${stage.defaultProbability} %. Use a whole number from 0 to 100.`,
        fixes: [forAll(changeStage(`Set to ${percent} %`, stage.id, { defaultProbability: percent }))],
      }
    }
  },
})
