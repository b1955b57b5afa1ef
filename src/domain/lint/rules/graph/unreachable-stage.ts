import { type SalesStage, stageKind } from '../../../process/stage.ts'
import { changeStage, changeStages, connect, forAll } from '../../fixes.ts'
import { previousWithin } from '../../neighbours.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const unreachableStage = defineRule({
  id: 'graph/unreachable-stage',
  title: 'Every stage can be reached from the entry',
  why: 'A stage that no path leads to never sees a deal. It fills pick lists and reports with a step that nobody can take, and rules on it are never applied.',
  *check(context) {
    const { graph } = context
    if (!graph.entry) return
    const reached = graph.marksFrom([graph.entry])
    const missed = graph.activeStages.filter((stage) => reached[graph.positionOf(stage.id)] !== 1)
    if (missed.length === 0) return
    const previous = previousWithin(graph, reached)
    for (const stage of missed)
      yield {
        at: { kind: 'stage', id: stage.id },
        message: `No path leads from ${stageWords(context, graph.entry.id)} to ${stageWords(context, stage.id)}. Connect it from an earlier stage or deactivate it.`,
        fixes: fixes(context, stage, previous.get(stage.id)),
      }
  },
})

function fixes(context: LintContext, stage: SalesStage, previous: SalesStage | undefined): QuickFix[] {
  const { graph } = context
  const offered: QuickFix[] = []
  const entry = graph.entry
  if (previous) offered.push(forAll(connect(context, previous.id, stage.id)))
  else if (entry && stageKind(stage) === 'open')
    offered.push(
      changeStages(`Start in ${stageWords(context, stage.id)}`, {
        [entry.id]: { isEntry: false },
        [stage.id]: { isEntry: true },
      }),
    )
  else if (entry) offered.push(forAll(connect(context, entry.id, stage.id)))
  if (!lastOfItsKind(context, stage))
    offered.push(changeStage(`Deactivate ${stageWords(context, stage.id)}`, stage.id, { isActive: false }))
  return offered
}

/** Deactivating the only won or lost stage would trade one error for another. */
function lastOfItsKind({ graph }: LintContext, stage: SalesStage): boolean {
  const kind = stageKind(stage)
  return kind !== 'open' && (kind === 'won' ? graph.wonStages : graph.lostStages).length === 1
}
