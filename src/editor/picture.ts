/** A process as plain cards and lines, for small pictures of it (ui/graph). */
import { graphOf } from '../domain/process/graph.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { type SalesStage, type StageKind, stageKind } from '../domain/process/stage.ts'
import { stageNameOf } from './rowNames.ts'

export interface Picture {
  readonly nodes: readonly {
    readonly id: string
    readonly name: string
    readonly tone: SalesStage['color'] | Exclude<StageKind, 'open'> | 'inactive'
    readonly x: number
    readonly y: number
  }[]
  readonly edges: readonly {
    readonly id: string
    readonly from: string
    readonly to: string
    readonly state: 'plain'
  }[]
}

const cache = new WeakMap<ProcessDocument, Picture>()

/** Memoised by document. Transitions from any stage have no line: they would cover everything else. */
export function pictureOf(document: ProcessDocument): Picture {
  const had = cache.get(document)
  if (had) return had
  const graph = graphOf(document)
  const picture: Picture = {
    nodes: graph.stages.map((stage) => {
      const kind = stageKind(stage)
      return {
        id: stage.id,
        name: stageNameOf(document, stage.id),
        tone: stage.isActive ? (kind === 'open' ? stage.color : kind) : 'inactive',
        x: stage.position.x,
        y: stage.position.y,
      }
    }),
    edges: graph.links.flatMap(({ transition, from, to }) =>
      from && to && !transition.isGlobal
        ? [{ id: transition.id, from: from.id, to: to.id, state: 'plain' as const }]
        : [],
    ),
  }
  cache.set(document, picture)
  return picture
}
