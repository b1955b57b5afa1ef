/** The transitions that most processes begin with. */
import type { PayloadOf } from '../../domain/commands/registry.ts'
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'

type Connections = PayloadOf<'connectStages'>['connections']

/** Each open stage to the next, the last one to won, any open stage to lost; those that are there already left out. */
export function connectionsInOrder(document: ProcessDocument): Connections {
  const { openStages, wonStages, lostStages, exits } = graphOf(document)
  const [won] = wonStages
  const wanted = openStages.flatMap((stage, index) => {
    const next = openStages[index + 1] ?? won
    const leads = next && exits(stage.id).some((way) => way.toStageId === next.id)
    return next && !leads ? [{ fromStageId: stage.id, toStageId: next.id }] : []
  })
  const [lost] = lostStages
  const losable =
    lost && openStages.every((stage) => exits(stage.id).some((way) => way.toStageId === lost.id))
  return lost && !losable && openStages.length > 0
    ? [...wanted, { fromStageId: null, toStageId: lost.id }]
    : wanted
}
