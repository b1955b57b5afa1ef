/** What a row shows, derived from the open process. A row whose parts are the same stays the same object. */
import type { Problem, StageUsage } from '../../domain/lint/rule.ts'
import { sameValue } from '../../domain/process/equality.ts'
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { SalesStage } from '../../domain/process/stage.ts'
import { problemsAt } from '../../editor/problems.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { localExits, waysIn } from '../../editor/ways.ts'

/** A stage at the other end of a transition; without an id, any open stage. */
export interface Neighbour {
  readonly stageId: string | null
  readonly name: string
}

export interface StageRow {
  readonly stage: SalesStage
  /** Place in the order, from 1. */
  readonly number: number
  readonly isEntry: boolean
  readonly from: readonly Neighbour[]
  readonly to: readonly Neighbour[]
  readonly problems: readonly Problem[]
  readonly usage: StageUsage | null
}

interface Given {
  readonly document: ProcessDocument
  readonly problems: readonly Problem[]
  readonly usage: Readonly<Record<string, StageUsage>> | null
}

const made = new WeakMap<SalesStage, StageRow>()

export function stageRows({ document, problems, usage }: Given): readonly StageRow[] {
  const graph = graphOf(document)
  const neighbour = (stageId: string | null): Neighbour => ({
    stageId,
    name: stageId === null ? '' : stageNameOf(document, stageId),
  })
  return graph.stages.map((stage, index): StageRow => {
    const row: StageRow = {
      stage,
      number: index + 1,
      isEntry: graph.entry?.id === stage.id,
      from: waysIn(document, stage.id).map((way) => neighbour(way.fromStageId)),
      to: localExits(document, stage.id).map((way) => neighbour(way.toStageId)),
      problems: problemsAt(problems, { kind: 'stage', id: stage.id }),
      usage: usage?.[stage.id] ?? null,
    }
    const had = made.get(stage)
    if (had && sameRow(had, row)) return had
    made.set(stage, row)
    return row
  })
}

const sameRow = (a: StageRow, b: StageRow): boolean =>
  a.number === b.number &&
  a.isEntry === b.isEntry &&
  sameValue(a.from, b.from) &&
  sameValue(a.to, b.to) &&
  a.problems.length === b.problems.length &&
  a.problems.every((problem, index) => {
    const other = b.problems[index]
    return problem.id === other?.id && problem.message === other.message
  }) &&
  a.usage?.openDeals === b.usage?.openDeals &&
  a.usage?.openAmount === b.usage?.openAmount
