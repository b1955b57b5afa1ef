import { stageKind } from '../../../process/stage.ts'
import { changeStage, changeStages, forAll } from '../../fixes.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const noEntry = defineRule({
  id: 'graph/no-entry',
  title: 'The process has a stage where deals begin',
  why: 'A new deal has to start somewhere. It starts in the stage marked as entry, else in the first open stage by order; without an active open stage nobody can create a deal.',
  *check(context) {
    const { graph, document } = context
    if (!graph.entry)
      yield {
        at: { kind: 'process', id: document.process.id },
        message: 'There is no active open stage for deals to start in. Add one.',
        fixes: [forAll(openStage(context))],
      }
    for (const stage of graph.activeStages) {
      if (!stage.isEntry || stageKind(stage) === 'open') continue
      const entry = graph.entry
      yield {
        at: { kind: 'stage', id: stage.id, field: 'isEntry' },
        message: `${stageWords(context, stage.id)} is closed, so deals cannot start in it. Mark an open stage as the entry.`,
        fixes: [
          forAll(
            entry
              ? changeStages(`Start in ${stageWords(context, entry.id)}`, {
                  [stage.id]: { isEntry: false },
                  [entry.id]: { isEntry: true },
                })
              : changeStage('No longer mark it as the entry', stage.id, { isEntry: false }),
          ),
        ],
      }
    }
  },
})

function openStage(context: LintContext): QuickFix {
  const inactive = context.graph.stages.find((stage) => stageKind(stage) === 'open')
  return inactive
    ? changeStage(`Reactivate ${stageWords(context, inactive.id)}`, inactive.id, { isActive: true })
    : { title: 'Add an open stage', command: { id: 'addStage', payload: { kind: 'open' } } }
}
