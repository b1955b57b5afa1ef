import { connect, forAll } from '../../fixes.ts'
import { nextWithin } from '../../neighbours.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const cannotWin = defineRule({
  id: 'graph/cannot-win',
  title: 'Every open stage can still be won',
  why: 'From a stage without a path to closed won the deal is already lost in all but name, whatever probability the stage shows.',
  /** Where there is no closed stage to reach at all, `graph/dead-end` has said so: one cause, one problem. */
  *check(context) {
    const { graph } = context
    if (graph.wonStages.length === 0) return
    const winning = graph.marksTo(graph.wonStages)
    const hopeless = graph.openStages.filter((stage) => winning[graph.positionOf(stage.id)] !== 1)
    if (hopeless.length === 0) return
    const losing = graph.marksTo(graph.lostStages)
    const next = nextWithin(graph, winning)
    for (const stage of hopeless) {
      if (losing[graph.positionOf(stage.id)] !== 1) continue
      const target = next.get(stage.id) ?? graph.wonStages[0]
      yield {
        at: { kind: 'stage', id: stage.id },
        message: `No path from ${stageWords(context, stage.id)} reaches closed won. Connect it to a stage that does.`,
        fixes: target ? [forAll(connect(context, stage.id, target.id))] : [],
      }
    }
  },
})
