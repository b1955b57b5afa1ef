import { type SalesStage, stageKind } from '../../../process/stage.ts'
import { goesBackward } from '../../../process/stageOrder.ts'
import { changeStages, closedLast, forAll, markAsRework, removeTransition } from '../../fixes.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const backwardTransition = defineRule({
  id: 'graph/backward-transition',
  title: 'Transitions go forward along the order',
  why: 'The order of stages is what everybody sees as progress. A transition against it either shows that the order is wrong, or is a deliberate way back, and then it is marked as rework so that reports can tell the two apart.',
  *check(context) {
    const { graph, document } = context
    let last: QuickFix | undefined
    for (const { transition, from, to } of graph.links) {
      if (transition.isRework || transition.isGlobal) continue
      if (!from?.isActive || !to?.isActive || stageKind(from) !== 'open') continue
      if (to.stageOrder >= from.stageOrder || !goesBackward(document, from.id, to.id)) continue
      const swap = swapOrder(context, from, to)
      const remove = removeTransition(transition)
      if (stageKind(to) === 'won') {
        last ??= forAll(closedLast(context))
        yield {
          at: { kind: 'transition', id: transition.id },
          message: `${stageWords(context, to.id)} is closed but comes before ${stageWords(context, from.id)} in the order. Put the closed stages last.`,
          fixes: [last, swap, remove],
        }
        continue
      }
      const rework = markAsRework(context, transition)
      const allowed = document.process.policies.allow_rework
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `This transition leads back from ${stageWords(context, from.id)} to ${stageWords(context, to.id)}. Mark it as rework, change the order of the two stages, or remove it.`,
        fixes: allowed ? [forAll(rework), swap, remove] : [rework, swap, forAll(remove)],
      }
    }
  },
})

const swapOrder = (context: LintContext, from: SalesStage, to: SalesStage): QuickFix =>
  changeStages(`Swap the order of ${stageWords(context, to.id)} and ${stageWords(context, from.id)}`, {
    [from.id]: { stageOrder: to.stageOrder },
    [to.id]: { stageOrder: from.stageOrder },
  })
