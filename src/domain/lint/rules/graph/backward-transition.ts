import { stageKind } from '../../../process/stage.ts'
import { goesBackward } from '../../../process/stageOrder.ts'
import { changeStages, forAll, markAsRework, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const backwardTransition = defineRule({
  id: 'graph/backward-transition',
  title: 'Transitions go forward along the order',
  why: 'The order of stages is what everybody sees as progress. A transition against it either shows that the order is wrong, or is a deliberate way back, and then it is marked as rework so that reports can tell the two apart.',
  *check(context) {
    const { graph, document } = context
    for (const { transition, from, to } of graph.links) {
      if (transition.isRework || transition.isGlobal) continue
      if (!from?.isActive || !to?.isActive || stageKind(from) !== 'open') continue
      if (to.stageOrder >= from.stageOrder || !goesBackward(document, from.id, to.id)) continue
      const [fromName, toName] = [stageWords(context, from.id), stageWords(context, to.id)]
      const swap = changeStages(`Swap the order of ${toName} and ${fromName}`, {
        [from.id]: { stageOrder: to.stageOrder },
        [to.id]: { stageOrder: from.stageOrder },
      })
      const rework = stageKind(to) === 'open' ? [markAsRework(context, transition)] : []
      const remove = removeTransition(transition)
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `This transition leads back from ${fromName} to ${toName}. Mark it as rework, change the order of the two stages, or remove it.`,
        fixes: document.process.policies.allow_rework
          ? [...rework.map(forAll), swap, rework.length > 0 ? remove : forAll(remove)]
          : [...rework, swap, forAll(remove)],
      }
    }
  },
})
