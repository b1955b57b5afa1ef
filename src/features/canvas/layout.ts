/** Automatic layout by ELK, in its own worker, loaded when first asked for: it never blocks a frame. */
import type { ElkNode } from 'elkjs/lib/elk-api.js'
import { canvasGrid } from '../../domain/process/canvasGrid.ts'
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { Position } from '../../domain/process/stage.ts'
import { text } from '../../text/index.ts'
import { layoutWorkerUrl } from '../../ui/trustedScripts.ts'
import { cardHeight, cardWidth, snapped } from './geometry.ts'
import { aroundPlaced, isLoose, levelled, withLoose } from './tidy.ts'

/** More stages than this in a row cannot be read at once: the row is wrapped, as text is. */
const wrapAbove = 12

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(canvasGrid.x - cardWidth),
  'elk.spacing.nodeNode': String(canvasGrid.y - cardHeight),
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
}

const wrapping = {
  'elk.layered.wrapping.strategy': 'MULTI_EDGE',
  'elk.layered.wrapping.additionalEdgeSpacing': '40',
  'elk.aspectRatio': '1.6',
}

/**
 * Places for all stages, left to right; with `keepsPlaced` for those alone that nobody put where they are, around the
 * others. Rejects when the signal aborts; then nothing has changed.
 */
export async function layOut(
  document: ProcessDocument,
  signal: AbortSignal,
  keepsPlaced = false,
): Promise<Record<string, Position>> {
  const { default: Elk } = await import('elkjs/lib/elk-api.js').catch((cause: unknown) => {
    throw new Error(text('canvas', 'layoutNotLoaded'), { cause })
  })
  signal.throwIfAborted()
  const elk = new Elk({ workerFactory: () => new Worker(layoutWorkerUrl) })
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    const graph = graphFor(document)
    const layoutOptions = (graph.children?.length ?? 0) > wrapAbove ? { ...options, ...wrapping } : options
    const laid = await Promise.race([elk.layout(graph, { layoutOptions }), aborted])
    const places = Object.fromEntries(
      (laid.children ?? []).map(({ id, x = 0, y = 0 }) => [id, snapped({ x, y })]),
    )
    const all = withLoose(document, levelled(places))
    return keepsPlaced ? aroundPlaced(document, all) : all
  } finally {
    elk.terminateWorker()
  }
}

function graphFor(document: ProcessDocument): ElkNode {
  const { stages } = graphOf(document)
  const edges = Object.values(document.transitions).flatMap(({ id, fromStageId, toStageId, isRework }) => {
    if (fromStageId === null || !document.stages[fromStageId] || !document.stages[toStageId]) return []
    // A way back must not push its target to the right of its source.
    const [source, target] = isRework ? [toStageId, fromStageId] : [fromStageId, toStageId]
    return [{ id, sources: [source], targets: [target] }]
  })
  return {
    id: 'process',
    children: stages
      .filter(({ id }) => !isLoose(document, id))
      .map(({ id }) => ({ id, width: cardWidth, height: cardHeight })),
    edges,
  }
}
