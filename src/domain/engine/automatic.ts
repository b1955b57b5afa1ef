/** Moves that happen by themselves: tried by priority, as soon as they are satisfied, one after the other. */
import { graphOf } from '../process/graph.ts'
import { stageNameOf } from '../process/names.ts'
import { refusalWays } from '../process/refusal.ts'
import type { StageTransition } from '../process/transition.ts'
import type { MoveQuestion } from './checks.ts'
import type { Deal } from './deal.ts'
import { dealAfter } from './effects.ts'
import { evaluateTransition } from './evaluateTransition.ts'
import type { Verdict } from './verdict.ts'

/** Everything but the transition. */
export type DealQuestion = Omit<MoveQuestion, 'transitionId'>

export interface AutomaticMove {
  readonly transition: StageTransition
  readonly verdict: Verdict
}

/** The automatic exits of the deal's stage in the order in which they are tried. */
export function automaticExits({
  document,
  deal,
}: Pick<DealQuestion, 'document' | 'deal'>): StageTransition[] {
  return graphOf(document)
    .exits(deal.stageId)
    .filter((exit) => exit.isAutomatic)
    .sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
}

/**
 * The first satisfied automatic transition, allowed now; null where none is. One that needs an approval waits for people.
 * Where an approval was refused, the ways out for that go first; nobody in particular runs them.
 */
export function nextAutomaticTransition(question: DealQuestion): AutomaticMove | null {
  const { approval, stageId } = question.deal
  const refused = approval?.outcome === 'rejected' ? approval.transition_id : null
  const ways = refused === null ? [] : refusalWays(question.document, stageId, refused)
  const actor = { ...question.actor, is: null }
  for (const transition of [...ways, ...automaticExits(question)]) {
    const verdict = evaluateTransition({ ...question, actor, transitionId: transition.id })
    if (verdict.outcome === 'allowed') return { transition, verdict }
  }
  return null
}

export interface AutomaticWalk {
  readonly deal: Deal
  readonly moves: readonly AutomaticMove[]
  /** Why the walk was stopped; null where it ended by itself. */
  readonly error: string | null
}

/**
 * Makes automatic moves until none is satisfied. Stops with an error after as many moves as there are stages: the
 * moves lead in a circle. The deal then stands where the last move brought it.
 */
export function walkAutomatically(question: DealQuestion): AutomaticWalk {
  const limit = Object.keys(question.document.stages).length
  const moves: AutomaticMove[] = []
  let { deal } = question
  for (;;) {
    const next = nextAutomaticTransition({ ...question, deal })
    if (!next) return { deal, moves, error: null }
    if (moves.length >= limit) {
      const stage = stageNameOf(question.document, deal.stageId)
      return {
        deal,
        moves,
        error: `Automatic transitions lead in a circle: after ${limit} moves the deal stands in “${stage}” and would move on. Give them conditions that exclude each other.`,
      }
    }
    deal = dealAfter(deal, next.verdict, question.now)
    moves.push(next)
  }
}
