/** Two processes in one picture: what is there on either side, each stage and way marked with what becomes of it. Pure. */
import { describeChanges } from '../../../domain/process/describeChanges.ts'
import { diffProcesses } from '../../../domain/process/diff.ts'
import { type ProcessDocument, stagesInOrder } from '../../../domain/process/process.ts'
import type { ChangeMark, DiffEdge, DiffNode } from '../../../ui/graph/DiffGraph.tsx'

/** As the words beside it tell it; that a card was only moved is no news in a picture. */
function marksOf(before: ProcessDocument, after: ProcessDocument) {
  const marks = new Map<string, ChangeMark>()
  for (const { table, id, kind, field } of describeChanges(diffProcesses(before, after), before, after))
    if (field !== 'position') marks.set(`${table}/${id}`, kind)
  return (table: 'stages' | 'transitions', id: string) => marks.get(`${table}/${id}`) ?? 'same'
}

/** A removed card keeps its place; where another one came to stand on it, it moves below. */
const below = 128

export interface DifferencePicture {
  readonly nodes: readonly DiffNode[]
  readonly edges: readonly DiffEdge[]
  readonly counts: Readonly<Record<Exclude<ChangeMark, 'same'>, number>>
}

export function differencePicture(before: ProcessDocument, after: ProcessDocument): DifferencePicture {
  const markOf = marksOf(before, after)
  const taken = new Set<string>()
  const key = (x: number, y: number) => `${Math.round(x / 20)} ${Math.round(y / 20)}`
  const nodes: DiffNode[] = []
  const put = (stage: ProcessDocument['stages'][string]) => {
    const { x } = stage.position
    let { y } = stage.position
    if (!after.stages[stage.id]) while (taken.has(key(x, y))) y += below
    taken.add(key(x, y))
    nodes.push({ id: stage.id, name: stage.stageName, x, y, mark: markOf('stages', stage.id) })
  }
  for (const stage of stagesInOrder(after)) put(stage)
  for (const stage of stagesInOrder(before)) if (!after.stages[stage.id]) put(stage)
  const ways = { ...before.transitions, ...after.transitions }
  const edges = Object.values(ways).flatMap((way): DiffEdge[] =>
    way.fromStageId === null
      ? []
      : [{ id: way.id, from: way.fromStageId, to: way.toStageId, mark: markOf('transitions', way.id) }],
  )
  const count = (mark: ChangeMark) => nodes.filter((node) => node.mark === mark).length
  return {
    nodes,
    edges,
    counts: { added: count('added'), changed: count('changed'), removed: count('removed') },
  }
}
