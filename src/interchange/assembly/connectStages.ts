/** Moves for formats that have none. Inactive stages stay unconnected; into lost leads one transition from anywhere. */
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import { newTransition, type StageTransition } from '../../domain/process/transition.ts'
import type { Topology } from '../reading.ts'

/**
 * Linear: each active open stage to the next, the last to every won stage. All to all: every active open stage to
 * every other (against the order as rework) and to every won stage. In both, a global transition to every lost stage.
 * `stages` in their order.
 */
export function connectStages(
  stages: readonly SalesStage[],
  topology: Topology,
  newId: () => string,
): StageTransition[] {
  const active = stages.filter((stage) => stage.isActive)
  const open = active.filter((stage) => stageKind(stage) === 'open')
  const won = active.filter((stage) => stageKind(stage) === 'won')
  const lost = active.filter((stage) => stageKind(stage) === 'lost')
  const transitions: StageTransition[] = []
  const connect = (from: SalesStage | null, to: SalesStage, isRework = false) =>
    transitions.push(
      newTransition({
        id: newId(),
        companyId: to.companyId,
        processId: to.processId,
        fromStageId: from?.id ?? null,
        toStageId: to.id,
        isGlobal: from === null,
        isRework,
      }),
    )
  for (const [index, from] of open.entries()) {
    const next = open[index + 1]
    if (topology === 'all_to_all') {
      for (const [other, to] of open.entries()) if (other !== index) connect(from, to, other < index)
    } else if (next) connect(from, next)
    if (topology === 'all_to_all' || !next) for (const to of won) connect(from, to)
  }
  if (open.length > 0) for (const to of lost) connect(null, to)
  return transitions
}
