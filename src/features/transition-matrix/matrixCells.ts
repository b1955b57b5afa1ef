/** What each cell of the matrix is: a transition, a possible one, or why there can be none. */
import { connectionRefusal } from '../../domain/commands/connection.ts'
import { graphOf } from '../../domain/process/graph.ts'
import { isHidden } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { stageNameOf } from '../../editor/rowNames.ts'

export type MatrixCell =
  | { readonly state: 'none' | 'global' }
  | { readonly state: 'refused'; readonly reason: string }
  | {
      readonly state: 'manual' | 'automatic' | 'rework'
      readonly id: string
      readonly conditions: number
      readonly actions: number
      /** It may run others, which the reader does not see. */
      readonly hidesActions: boolean
      /** Holds more than its two ends: deleting it loses work. */
      readonly carries: boolean
    }

export interface MatrixEnd {
  /** Null: any open stage. */
  readonly stageId: string | null
  readonly name: string
  /** Transitions that leave here as a row, or lead here as a column. */
  readonly count: number
}

export interface MatrixQuery {
  readonly search: string
  /** Leaves out rows and columns without a transition. */
  readonly connected: boolean
}

export interface Matrix {
  readonly rows: readonly MatrixEnd[]
  readonly columns: readonly (MatrixEnd & { readonly stageId: string })[]
  /** By row, then column. */
  readonly cells: readonly (readonly MatrixCell[])[]
}

const none: MatrixCell = { state: 'none' }
const global: MatrixCell = { state: 'global' }

/**
 * Rows: every stage and, last, any open stage. Of two transitions with the same ends the first by id counts. A search
 * keeps the stages it finds and those one step before or after them.
 */
export function matrixOf(document: ProcessDocument, { search, connected }: MatrixQuery): Matrix {
  const { stages, transitions } = graphOf(document)
  const key = (from: string | null, to: string) => JSON.stringify([from, to])
  const known = new Map<string, StageTransition>()
  const leaving = new Map<string | null, number>()
  const leading = new Map<string, number>()
  for (const transition of transitions) {
    const { fromStageId, toStageId } = transition
    leaving.set(fromStageId, (leaving.get(fromStageId) ?? 0) + 1)
    leading.set(toStageId, (leading.get(toStageId) ?? 0) + 1)
    const ends = key(fromStageId, toStageId)
    if (!known.has(ends)) known.set(ends, transition)
  }
  const words = search.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = new Set<string | null>(
    stages
      .filter(({ stageName, stageCode }) =>
        words.every((word) => `${stageName} ${stageCode}`.toLocaleLowerCase().includes(word)),
      )
      .map(({ id }) => id),
  )
  const before = new Set<string | null>(found)
  const after = new Set<string | null>(found)
  if (words.length > 0)
    for (const { fromStageId, toStageId } of transitions) {
      if (found.has(toStageId)) before.add(fromStageId)
      if (found.has(fromStageId)) after.add(toStageId)
    }
  else before.add(null)
  const columns = stages
    .filter(({ id }) => after.has(id) && (!connected || leading.has(id)))
    .map(({ id }) => ({ stageId: id, name: stageNameOf(document, id), count: leading.get(id) ?? 0 }))
  const rows: MatrixEnd[] = [
    ...stages.map(({ id }) => ({
      stageId: id,
      name: stageNameOf(document, id),
      count: leaving.get(id) ?? 0,
    })),
    { stageId: null, name: '', count: leaving.get(null) ?? 0 },
  ].filter(({ stageId }) => before.has(stageId) && (!connected || leaving.has(stageId)))
  const cell = (from: string | null, to: string): MatrixCell => {
    const transition = known.get(key(from, to))
    if (transition) return cellOf(transition)
    const source = from === null ? undefined : document.stages[from]
    // Only these two are ever refused once the pair is known to be free; the sentence is the command's.
    if (from === to || (source && stageKind(source) !== 'open'))
      return { state: 'refused', reason: connectionRefusal(document, from, to) ?? '' }
    return source?.isActive && known.has(key(null, to)) ? global : none
  }
  return {
    rows,
    columns,
    cells: rows.map((row) => columns.map((column) => cell(row.stageId, column.stageId))),
  }
}

function cellOf(transition: StageTransition): MatrixCell {
  const { isRework, isAutomatic, conditions, actionIds, transitionName, weight, afterDays } = transition
  const actions = transition.actions.length + actionIds.length
  const hidesActions = isHidden(transition, 'actions')
  return {
    state: isRework ? 'rework' : isAutomatic ? 'automatic' : 'manual',
    id: transition.id,
    conditions: conditions.length,
    actions,
    hidesActions,
    carries:
      conditions.length > 0 ||
      actions > 0 ||
      hidesActions ||
      transitionName.trim() !== '' ||
      weight !== null ||
      afterDays !== null ||
      transition.requiresValidation,
  }
}
