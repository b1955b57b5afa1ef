import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const closedValue = defineRule({
  id: 'probability/closed-value',
  title: 'Closed won is 100 %, closed lost 0 %',
  why: 'A closed deal is no longer a chance. Any other number counts lost deals in the forecast or won revenue only in part.',
  *check(context) {
    for (const stage of context.graph.stages) {
      if (stage.isClosedWon === stage.isClosedLost) continue
      const value = stage.isClosedWon ? 100 : 0
      if (stage.defaultProbability === value) continue
      const kind = stage.isClosedWon ? 'won' : 'lost'
      yield {
        at: { kind: 'stage', id: stage.id, field: 'defaultProbability' },
        message: `${stageWords(context, stage.id)} is closed ${kind}, so its probability has to be ${value} %, not ${stage.defaultProbability} %.`,
        fixes: [forAll(changeStage(`Set to ${value} %`, stage.id, { defaultProbability: value }))],
      }
    }
  },
})
