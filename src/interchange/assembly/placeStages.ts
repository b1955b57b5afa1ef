/**
 * A first place on the canvas: open stages left to right, won stages in the column after them, lost stages in a row
 * below. Long processes wrap, so that 57 stages do not make a line ten screens wide.
 */
import { canvasGrid } from '../../domain/process/canvasGrid.ts'
import { type Position, type SalesStage, stageKind } from '../../domain/process/stage.ts'

const longestRow = 12

/** Positions by stage id, all different; `stages` in their order. */
export function placeStages(stages: readonly SalesStage[]): Map<string, Position> {
  const places = new Map<string, Position>()
  const put = (stage: SalesStage, column: number, row: number) =>
    places.set(stage.id, { x: column * canvasGrid.x, y: row * canvasGrid.y })
  const ofKind = (kind: string) => stages.filter((stage) => stageKind(stage) === kind)
  const open = ofKind('open')
  const won = ofKind('won')
  const lost = ofKind('lost')
  for (const [index, stage] of open.entries()) put(stage, index % longestRow, Math.floor(index / longestRow))
  const columns = Math.min(open.length, longestRow)
  for (const [index, stage] of won.entries()) put(stage, columns, index)
  const longestLost = Math.min(lost.length, longestRow)
  const firstColumn = Math.max(0, Math.floor((columns - longestLost) / 2))
  const underWon = firstColumn + longestLost > columns ? won.length : 0
  const below = Math.max(Math.ceil(open.length / longestRow), underWon) + 1
  for (const [index, stage] of lost.entries())
    put(stage, firstColumn + (index % longestRow), below + Math.floor(index / longestRow))
  return places
}
