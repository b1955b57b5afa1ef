/** Two processes in one picture: what is there on either side, each stage and way marked with what becomes of it. Pure. */
import { diffProcesses, type TableDiff } from '../../../domain/process/diff.ts'
import { type ProcessDocument, stagesInOrder } from '../../../domain/process/process.ts'
import type { ChangeMark, DiffEdge, DiffNode } from '../../../ui/graph/DiffGraph.tsx'

/** Where a card stands, and who touched it when, is no news in a picture. */
const silent = new Set([
  'position',
  'updatedAt',
  'updatedByUserId',
  'createdAt',
  'createdByUserId',
  'companyId',
  'processId',
])

function markOf<Row>(diff: TableDiff<Row>, id: string): ChangeMark {
  if (diff.added[id]) return 'added'
  if (diff.removed[id]) return 'removed'
  const fields = Object.keys(diff.updated[id]?.to ?? {})
  return fields.some((field) => !silent.has(field)) ? 'changed' : 'same'
}

/** A removed card keeps its place; where another one came to stand on it, it moves below. */
const below = 128

export interface DifferencePicture {
  readonly nodes: readonly DiffNode[]
  readonly edges: readonly DiffEdge[]
  readonly counts: Readonly<Record<Exclude<ChangeMark, 'same'>, number>>
}

export function differencePicture(before: ProcessDocument, after: ProcessDocument): DifferencePicture {
  const { stages, transitions } = diffProcesses(before, after)
  const taken = new Set<string>()
  const key = (x: number, y: number) => `${Math.round(x / 20)} ${Math.round(y / 20)}`
  const nodes: DiffNode[] = []
  const put = (stage: ProcessDocument['stages'][string]) => {
    const { x } = stage.position
    let { y } = stage.position
    if (!after.stages[stage.id]) while (taken.has(key(x, y))) y += below
    taken.add(key(x, y))
    nodes.push({ id: stage.id, name: stage.stageName, x, y, mark: markOf(stages, stage.id) })
  }
  for (const stage of stagesInOrder(after)) put(stage)
  for (const stage of stagesInOrder(before)) if (!after.stages[stage.id]) put(stage)
  const ways = { ...before.transitions, ...after.transitions }
  const edges = Object.values(ways).flatMap((way): DiffEdge[] =>
    way.fromStageId === null
      ? []
      : [{ id: way.id, from: way.fromStageId, to: way.toStageId, mark: markOf(transitions, way.id) }],
  )
  const count = (mark: ChangeMark) => nodes.filter((node) => node.mark === mark).length
  return {
    nodes,
    edges,
    counts: { added: count('added'), changed: count('changed'), removed: count('removed') },
  }
}
