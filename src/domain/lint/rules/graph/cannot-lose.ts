import { stageKind } from '../../../process/stage.ts'
import { connect, forAll } from '../../fixes.ts'
import { defineRule, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const cannotLose = defineRule({
  id: 'graph/cannot-lose',
  title: 'A deal can be lost from every open stage',
  why: 'Customers say no at any time. Where a stage has no transition to closed lost, lost deals are left standing in it, and the stage looks healthier than it is.',
  *check(context) {
    const { graph } = context
    const target = graph.lostStages[0]
    if (!target) return
    const losing = graph.links.filter(({ to }) => to?.isActive && stageKind(to) === 'lost')
    if (losing.some(({ transition }) => transition.isGlobal)) return
    const canLose = new Set(losing.map(({ from }) => from))
    const stuck = graph.openStages.filter((stage) => !canLose.has(stage))
    const all: QuickFix = {
      title: `Connect all ${stuck.length} stages to ${stageWords(context, target.id)}`,
      command: {
        id: 'connectStages',
        payload: { connections: stuck.map((stage) => ({ fromStageId: stage.id, toStageId: target.id })) },
      },
    }
    const everyone = forAll(all)
    for (const stage of stuck) {
      const one = connect(context, stage.id, target.id)
      yield {
        at: { kind: 'stage', id: stage.id },
        message: `A deal cannot be lost from ${stageWords(context, stage.id)}. Connect it to ${stageWords(context, target.id)}.`,
        fixes: stuck.length > 1 ? [one, everyone] : [forAll(one)],
      }
    }
  },
})
