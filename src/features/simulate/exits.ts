/** The exits of the stage a deal stands in, each with the engine's word on it. Pure. */
import { evaluateTransition } from '../../domain/engine/evaluateTransition.ts'
import type { Verdict } from '../../domain/engine/verdict.ts'
import { graphOf } from '../../domain/process/graph.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import type { Who } from '../../domain/process/who.ts'
import { questionOf, type WalkPlace, type WalkStep } from './walk.ts'

export interface Exit {
  readonly transition: StageTransition
  readonly verdict: Verdict
  /** Asked for already: somebody has to decide. */
  readonly waiting: boolean
}

/** By hand first, then by the order of their targets, lost ones last: the order of the keys 1–9. */
export function exitsOf(place: WalkPlace, step: WalkStep, as: Who | null = null): Exit[] {
  const { document } = place
  const rank = (transition: StageTransition) => {
    const to = document.stages[transition.toStageId]
    const lost = to && stageKind(to) === 'lost' ? 1e6 : 0
    return (transition.isAutomatic ? 1e5 : 0) + lost + (to?.stageOrder ?? 0)
  }
  return [...graphOf(document).exits(step.deal.stageId)]
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .map((transition) => ({
      transition,
      verdict: evaluateTransition({ ...questionOf(place, step, as), transitionId: transition.id }),
      waiting:
        step.deal.approval?.outcome === 'pending' && step.deal.approval.transition_id === transition.id,
    }))
}

/** A refused approval is the only thing in the way: it can be asked for again. */
export const canAskAgain = ({ verdict }: Exit): boolean =>
  verdict.blockers.length > 0 && verdict.blockers.every((blocker) => blocker.rule_id === 'approval/rejected')
