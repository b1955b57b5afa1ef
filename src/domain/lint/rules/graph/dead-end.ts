import type { SalesStage } from '../../../process/stage.ts'
import { addClosed, connect, forAll } from '../../fixes.ts'
import { nextWithin } from '../../neighbours.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const deadEnd = defineRule({
  id: 'graph/dead-end',
  title: 'Every open stage leads to a close',
  why: 'A deal in a stage without a path to a closed stage can never be won or lost. It stays in the pipeline for ever and spoils every forecast.',
  *check(context) {
    const { graph, document } = context
    const closed = [...graph.wonStages, ...graph.lostStages]
    if (closed.length === 0) {
      if (graph.openStages.length > 0)
        yield {
          at: { kind: 'process', id: document.process.id },
          message:
            'No deal can ever close, because there is no active closed stage. Add closed won and closed lost.',
          fixes: [forAll({ title: 'Add closed won', command: addClosed(context, 'won') })],
        }
      return
    }
    const closing = graph.marksTo(closed)
    const stuck = graph.openStages.filter((stage) => closing[graph.positionOf(stage.id)] !== 1)
    if (stuck.length === 0) return
    const next = nextWithin(graph, closing)
    for (const stage of stuck) {
      const name = stageWords(context, stage.id)
      yield {
        at: { kind: 'stage', id: stage.id },
        message:
          graph.exits(stage.id).length === 0
            ? `${name} has no way out. Connect it to the next stage or to closed lost.`
            : `No path from ${name} reaches a closed stage. Connect it to the next stage or to closed lost.`,
        fixes: fixes(context, stage, next.get(stage.id)),
      }
    }
  },
})

function fixes(context: LintContext, stage: SalesStage, next: SalesStage | undefined): QuickFix[] {
  const won = next ?? context.graph.wonStages[0]
  const lost = context.graph.lostStages[0]
  const offered = [won, lost].flatMap((target) => (target ? [connect(context, stage.id, target.id)] : []))
  return offered.map((fix, index) => (index === 0 ? forAll(fix) : fix))
}
