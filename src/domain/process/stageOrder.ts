/** Order of stages: 1…n without gaps, closed stages last, and which way a transition goes along it. */
import { type ProcessDocument, stagesInOrder } from './process.ts'
import { putRows, withFields } from './rows.ts'
import { type SalesStage, stageKind } from './stage.ts'

/** Numbers the stages 1…n in the given order; stages that keep their number stay the same objects. */
export function numbered(stages: readonly SalesStage[]): SalesStage[] {
  return stages.map((stage, index) => withFields(stage, { stageOrder: index + 1 }))
}

/** Closes the gaps that a removal left. */
export function renumbered(document: ProcessDocument): ProcessDocument {
  return putRows(document, 'stages', numbered(stagesInOrder(document)))
}

/**
 * Puts new stages into the order: after the given stage, but open ones before the first closed stage, won ones
 * before the first lost stage, and closed ones never before an open stage. Returns all stages renumbered.
 */
export function withStagesAfter(
  document: ProcessDocument,
  added: readonly SalesStage[],
  afterStageId: string | null,
): ProcessDocument {
  const order = stagesInOrder(document)
  for (const stage of added) {
    const after = order.findIndex((other) => other.id === (afterStageId ?? ''))
    order.splice(placeFor(order, stage, after), 0, stage)
  }
  return putRows(document, 'stages', numbered(order))
}

function placeFor(order: readonly SalesStage[], stage: SalesStage, after: number): number {
  const kind = stageKind(stage)
  const first = (holds: (other: SalesStage) => boolean) => {
    const index = order.findIndex(holds)
    return index < 0 ? order.length : index
  }
  const latest =
    kind === 'open'
      ? first((other) => stageKind(other) !== 'open')
      : kind === 'won'
        ? first((other) => stageKind(other) === 'lost')
        : order.length
  const earliest = kind === 'open' ? 0 : order.findLastIndex((other) => stageKind(other) === 'open') + 1
  // A closed stage added after an open one goes behind the others of its kind.
  const follows = after >= earliest && after >= 0
  return follows ? Math.min(after + 1, latest) : latest
}

/** True where a transition from one stage to the other goes against the order; into closed lost never does. */
export function goesBackward(
  document: ProcessDocument,
  fromStageId: string | null,
  toStageId: string,
): boolean {
  const from = fromStageId === null ? undefined : document.stages[fromStageId]
  const to = document.stages[toStageId]
  if (!from || !to || stageKind(to) === 'lost') return false
  return to.stageOrder < from.stageOrder
}
