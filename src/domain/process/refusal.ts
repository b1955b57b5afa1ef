/** Where a refused approval leads: the ways out of a stage that are taken when one asked for there is refused. */
import { graphOf } from './graph.ts'
import type { ProcessDocument } from './process.ts'
import type { StageTransition } from './transition.ts'

/** Of the stage a deal waits in, for a move that was refused: its own before those of every stage, then by priority. */
export const refusalWays = (
  document: ProcessDocument,
  stageId: string,
  refusedId: string | null,
): StageTransition[] =>
  graphOf(document)
    .exits(stageId)
    .filter(({ id, onRefusal }) => onRefusal && id !== refusedId)
    .sort(
      (a, b) => Number(a.isGlobal) - Number(b.isGlobal) || a.priority - b.priority || (a.id < b.id ? -1 : 1),
    )

/** Whether another way out of a stage that this one leaves asks for an approval, so that one can be refused. */
export function asksBeside(document: ProcessDocument, transition: StageTransition): boolean {
  const graph = graphOf(document)
  const left = graph.openStages.filter(({ id }) => transition.isGlobal || id === transition.fromStageId)
  return left.some((stage) =>
    graph
      .exits(stage.id)
      .some(
        ({ id, toStageId }) =>
          id !== transition.id &&
          toStageId !== stage.id &&
          document.stages[toStageId]?.requiresApproval === true,
      ),
  )
}
