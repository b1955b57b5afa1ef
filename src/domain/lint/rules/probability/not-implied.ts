import { exactAnalysis } from '../../../simulation/exactAnalysis.ts'
import { closingTransitions } from '../../circles.ts'
import { changeStage } from '../../fixes.ts'
import { percentOf } from '../../percent.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

/** Percentage points by which a stated probability may differ from the implied one. */
const tolerance = 10

export const notImplied = defineRule({
  id: 'probability/not-implied',
  title: 'Stated probabilities agree with where deals go',
  why: 'The shares of deals that take each transition say how many are won in the end. Where the probability of a stage says something else, the forecast and the simulation contradict each other.',
  /**
   * Only stages whose own exits carry weights: shares derived from stated probabilities reproduce them by
   * construction. In a circle a stage's number would hang on itself, so circles are repaired first.
   */
  *check(context) {
    const { graph, document } = context
    if (!graph.transitions.some(({ weight }) => weight !== null && weight > 0)) return
    if (closingTransitions(graph).length > 0) return
    const { stages, moves } = exactAnalysis(document)
    const evident = new Set(
      moves
        .filter((move) => move.shareSource === 'weight' || move.shareSource === 'observed')
        .map((move) => move.fromStageId),
    )
    for (const { stageId, winFrom, trapped } of stages) {
      const stage = graph.stage(stageId)
      if (!stage || trapped || !evident.has(stageId)) continue
      const implied = Math.round(100 * winFrom)
      if (Math.abs(implied - percentOf(stage)) <= tolerance) continue
      yield {
        at: { kind: 'stage', id: stageId, field: 'defaultProbability' },
        message: `${stageWords(context, stageId)} says ${percentOf(stage)} %, but by the weights of its transitions ${implied} % of its deals are won. Use that or change the weights.`,
        fixes: [changeStage(`Set to ${implied} %`, stageId, { defaultProbability: implied })],
      }
    }
  },
})
