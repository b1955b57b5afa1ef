import { componentsOf } from '../../../process/components.ts'
import { stageKind } from '../../../process/stage.ts'
import type { StageTransition } from '../../../process/transition.ts'
import { forAll, markAsRework, removeTransition } from '../../fixes.ts'
import { defineRule, type LintContext } from '../../rule.ts'
import { stageWords, transitionWords } from '../../words.ts'

export const cycle = defineRule({
  id: 'graph/cycle',
  title: 'Transitions do not run in a circle',
  why: 'Where deals can go round without anybody calling it rework, progress cannot be measured: the same deal passes the same stage again and again. Ways back are either marked as rework or not there.',
  *check(context) {
    for (const transition of closingTransitions(context)) {
      const from = transition.isGlobal ? 'any open stage' : stageWords(context, transition.fromStageId)
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `From ${stageWords(context, transition.toStageId)} deals can come back to it in a circle through ${from}. Mark ${transitionWords(context, transition)} as rework or remove it.`,
        fixes: context.document.process.policies.allow_rework
          ? [forAll(markAsRework(context, transition)), removeTransition(transition)]
          : [forAll(removeTransition(transition))],
      }
    }
  },
})

/**
 * The transitions that close a circle: within one component, the ones against the order. Exits of closed stages and
 * transitions to oneself have rules of their own. A global transition is not expanded (that would cost stages ×
 * globals): it closes a circle exactly where its target goes on to another open stage.
 */
function* closingTransitions({ graph }: LintContext): Iterable<StageTransition> {
  const isOpen = (id: string | null) => {
    const stage = id === null ? undefined : graph.stage(id)
    return stage?.isActive === true && stageKind(stage) === 'open'
  }
  const onward = graph.transitions.filter(
    (transition) => !transition.isRework && isOpen(transition.toStageId),
  )
  const local = onward.filter(
    ({ isGlobal, fromStageId, toStageId }) => !isGlobal && fromStageId !== toStageId && isOpen(fromStageId),
  )
  const place = (id: string | null) => (id === null ? -1 : graph.positionOf(id))
  const next: number[][] = graph.stages.map(() => [])
  for (const { fromStageId, toStageId } of local) next[place(fromStageId)]?.push(place(toStageId))
  const component = componentsOf(graph.stages.length, (vertex) => next[vertex] ?? [])
  const globalTargets = new Set(onward.filter(({ isGlobal }) => isGlobal).map(({ toStageId }) => toStageId))

  for (const transition of onward) {
    const [from, to] = [place(transition.fromStageId), place(transition.toStageId)]
    if (transition.isGlobal) {
      const others = globalTargets.size - (globalTargets.has(transition.toStageId) ? 1 : 0)
      if ((next[to]?.length ?? 0) > 0 || others > 0) yield transition
    } else if (to < from && isOpen(transition.fromStageId) && component[from] === component[to])
      yield transition
  }
}
