import type { SalesStage } from '../../../process/stage.ts'
import { changeStages, forAll, removeTransition } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { sentence, stageWords, transitionWords } from '../../words.ts'

export const inactiveStageLinked = defineRule({
  id: 'graph/inactive-stage-linked',
  title: 'Transitions connect active stages only',
  why: 'A transition from or to a stage that is switched off cannot be taken. It is left over, or the stage was switched off by mistake.',
  *check(context) {
    for (const { transition, from, to } of context.graph.links) {
      if (from?.isActive !== false && to?.isActive !== false) continue
      const inactive = [...new Set([from, to])].filter(
        (stage): stage is SalesStage => stage?.isActive === false,
      )
      const names = inactive.map((stage) => stageWords(context, stage.id)).join(' and ')
      yield {
        at: { kind: 'transition', id: transition.id },
        message: `${sentence(transitionWords(context, transition))} touches ${names}, which ${inactive.length === 1 ? 'is' : 'are'} not active. Remove the transition or reactivate.`,
        fixes: [
          forAll(removeTransition(transition)),
          changeStages(
            `Reactivate ${names}`,
            Object.fromEntries(inactive.map((stage) => [stage.id, { isActive: true }])),
          ),
        ],
      }
    }
  },
})
