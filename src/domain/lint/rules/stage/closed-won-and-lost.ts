import { changeStage, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const closedWonAndLost = defineRule({
  id: 'stage/closed-won-and-lost',
  title: 'A closed stage is either won or lost',
  why: 'A deal that counts as won and as lost at once makes every total wrong.',
  *check(context) {
    for (const stage of context.graph.stages) {
      if (!stage.isClosedWon || !stage.isClosedLost) continue
      const won = changeStage('Keep closed won', stage.id, { isClosedLost: false })
      const lost = changeStage('Keep closed lost', stage.id, {
        isClosedWon: false,
        isClosedLost: true,
      })
      const [likely, other] = stage.defaultProbability < 50 ? [lost, won] : [won, lost]
      yield {
        at: { kind: 'stage', id: stage.id, field: 'isClosedWon' },
        message: `${stageWords(context, stage.id)} is marked as closed won and as closed lost. Keep one of the two.`,
        fixes: [forAll(likely), other],
      }
    }
  },
})
