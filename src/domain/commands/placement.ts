/** Free places on the canvas. Positions are the top left corner of a stage's card, in canvas pixels. */
import { canvasGrid, cardSize } from '../process/canvasGrid.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { Position } from '../process/stage.ts'

/** True where cards at both places would overlap. */
export const overlaps = (a: Position, b: Position): boolean =>
  Math.abs(a.x - b.x) < cardSize.width && Math.abs(a.y - b.y) < cardSize.height

/** The wanted place, or the nearest free one below it in grid steps. */
export function freePlace(taken: readonly Position[], wanted: Position): Position {
  const column = taken.filter((place) => Math.abs(place.x - wanted.x) < cardSize.width)
  let place = wanted
  while (column.some((other) => overlaps(other, place))) place = { x: place.x, y: place.y + canvasGrid.y }
  return place
}

/** How far below its wanted places a whole group has to go (in grid steps) so that none of it overlaps. */
export function freeOffset(taken: readonly Position[], wanted: readonly Position[]): Position {
  let offset: Position = { x: 0, y: 0 }
  const free = (place: Position) =>
    !taken.some((other) => overlaps(other, { x: place.x + offset.x, y: place.y + offset.y }))
  while (!wanted.every(free)) offset = { x: offset.x, y: offset.y + canvasGrid.y }
  return offset
}

export const positionsOf = (document: Pick<ProcessDocument, 'stages'>): Position[] =>
  Object.values(document.stages).map((stage) => stage.position)
