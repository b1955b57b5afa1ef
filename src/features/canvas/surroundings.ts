/**
 * What a card or a chip says of others: where it comes from and leads, its place in the order, shares. As one key, so
 * that an edit renders again those whose words change and not the whole canvas.
 */
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { localExits, waysIn } from '../../editor/ways.ts'

const known = new WeakMap<ProcessDocument, Map<string, string>>()

function remembered(document: ProcessDocument, id: string, keyOf: () => string): string {
  const keys = known.get(document) ?? new Map<string, string>()
  known.set(document, keys)
  const key = keys.get(id) ?? keyOf()
  keys.set(id, key)
  return key
}

export function aroundStage(document: ProcessDocument, stageId: string): string {
  return remembered(document, stageId, () => {
    const graph = graphOf(document)
    const nameOf = (id: string | null) => (id === null ? '*' : document.stages[id]?.stageName)
    return JSON.stringify([
      graph.positionOf(stageId),
      graph.stages.length,
      graph.entry?.id === stageId,
      waysIn(document, stageId).map((way) => nameOf(way.fromStageId)),
      localExits(document, stageId).map((way) => [nameOf(way.toStageId), way.weight]),
    ])
  })
}

export function aroundTransition(
  document: ProcessDocument,
  { id, fromStageId, toStageId }: StageTransition,
): string {
  return remembered(document, id, () =>
    JSON.stringify([
      document.stages[fromStageId ?? '']?.stageName,
      document.stages[toStageId]?.stageName,
      fromStageId === null ? [] : localExits(document, fromStageId).map((way) => way.weight),
    ]),
  )
}
