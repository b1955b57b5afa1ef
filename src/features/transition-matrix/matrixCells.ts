/** What each cell of the matrix is: a transition, a possible one, or why there can be none. */
import { connectionRefusal } from '../../domain/commands/connection.ts'
import { graphOf } from '../../domain/process/graph.ts'
import { stageNameOf } from '../../domain/process/names.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { StageTransition } from '../../domain/process/transition.ts'

export type MatrixCell =
  | { readonly state: 'none' | 'global' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'manual' | 'automatic' | 'rework'; readonly id: string; readonly conditions: number }

export interface MatrixEnd {
  /** Null: any open stage. */
  readonly stageId: string | null
  readonly name: string
}

export interface Matrix {
  readonly rows: readonly MatrixEnd[]
  readonly columns: readonly (MatrixEnd & { readonly stageId: string })[]
  /** By row, then column. */
  readonly cells: readonly (readonly MatrixCell[])[]
}

const none: MatrixCell = { state: 'none' }
const global: MatrixCell = { state: 'global' }

/** Rows: every stage and, last, any open stage. Of two transitions with the same ends the first by id counts. */
export function matrixOf(document: ProcessDocument): Matrix {
  const { stages, transitions } = graphOf(document)
  const key = (from: string | null, to: string) => JSON.stringify([from, to])
  const known = new Map<string, StageTransition>()
  for (const transition of transitions) {
    const ends = key(transition.fromStageId, transition.toStageId)
    if (!known.has(ends)) known.set(ends, transition)
  }
  const ends = stages.map((stage) => ({ stageId: stage.id, name: stageNameOf(document, stage.id) }))
  const rows: MatrixEnd[] = [...ends, { stageId: null, name: '' }]
  const cell = (from: string | null, to: string): MatrixCell => {
    const transition = known.get(key(from, to))
    if (transition)
      return {
        state: transition.isRework ? 'rework' : transition.isAutomatic ? 'automatic' : 'manual',
        id: transition.id,
        conditions: transition.conditions.length,
      }
    const source = from === null ? undefined : document.stages[from]
    // Only these two are ever refused once the pair is known to be free; the sentence is the command's.
    if (from === to || (source && stageKind(source) !== 'open'))
      return { state: 'refused', reason: connectionRefusal(document, from, to) ?? '' }
    return source?.isActive && known.has(key(null, to)) ? global : none
  }
  return {
    rows,
    columns: ends,
    cells: rows.map((row) => ends.map((column) => cell(row.stageId, column.stageId))),
  }
}
