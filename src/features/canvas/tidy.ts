/** What a layout engine does not know of our drawing: rows that are level, and where stages without arrows belong. */
import { canvasGrid } from '../../domain/process/canvasGrid.ts'
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { type Position, stageKind } from '../../domain/process/stage.ts'
import { localExits, waysIn } from '../../editor/ways.ts'
import { cardBox, cardHeight, snapped, touches } from './geometry.ts'

type Places = Readonly<Record<string, Position>>

/** A stage no arrow is drawn to or from; a transition from every open stage is a badge. */
export const isLoose = (document: ProcessDocument, stageId: string): boolean =>
  localExits(document, stageId).length === 0 &&
  waysIn(document, stageId).every((way) => way.fromStageId === null)

/** Cards nearly side by side come to stand on one line, where that covers no other card. */
export function levelled(places: Places): Record<string, Position> {
  const order = Object.entries(places).sort(([, a], [, b]) => a.y - b.y)
  const rows: [string, Position][][] = []
  for (const entry of order) {
    const row = rows.at(-1)
    const top = row?.[0]?.[1].y
    if (row && top !== undefined && entry[1].y - top < cardHeight * 0.7) row.push(entry)
    else rows.push([entry])
  }
  const result: Record<string, Position> = { ...places }
  for (const row of rows) {
    const y = row[Math.floor(row.length / 2)]?.[1].y ?? 0
    const columns = new Set(row.map(([, { x }]) => x))
    if (columns.size < row.length) continue
    const moved = row.map(([id, { x }]): [string, Position] => [id, { x, y }])
    const own = new Set(row.map(([id]) => id))
    const others = Object.entries(result).filter(([id]) => !own.has(id))
    const free = moved.every(([, place]) =>
      others.every(([, other]) => !touches(cardBox(place), cardBox(other))),
    )
    if (free) for (const [id, place] of moved) result[id] = place
  }
  return result
}

/** Stages without arrows stand below the won stage, or where the process ends. */
export function withLoose(document: ProcessDocument, places: Places): Record<string, Position> {
  const result: Record<string, Position> = { ...places }
  const { stages } = graphOf(document)
  const placed = stages.filter(({ id }) => places[id])
  const anchor = placed.find((stage) => stageKind(stage) === 'won') ?? placed.at(-1)
  let next = (anchor && places[anchor.id]) ?? { x: 0, y: -canvasGrid.y }
  for (const { id } of stages) {
    if (places[id]) continue
    do next = { x: next.x, y: next.y + canvasGrid.y }
    while (Object.values(result).some((other) => touches(cardBox(other), cardBox(next))))
    result[id] = next
  }
  return result
}

/**
 * Of a layout of everything, the places of the stages that nobody placed: moved as a whole to where those that somebody
 * placed lie on the average, and each further down until it covers no other card.
 */
export function aroundPlaced(document: ProcessDocument, laid: Places): Record<string, Position> {
  const { stages } = graphOf(document)
  const placed = stages.filter(({ position }) => position.by_hand)
  const off = (axis: 'x' | 'y') =>
    placed.reduce((sum, { id, position }) => sum + position[axis] - (laid[id]?.[axis] ?? 0), 0) /
    Math.max(1, placed.length)
  const shift = { x: off('x'), y: off('y') }
  const taken = placed.map(({ position }) => cardBox(position))
  const result: Record<string, Position> = {}
  for (const { id, position } of stages) {
    const place = laid[id]
    if (!place || position.by_hand) continue
    let { x, y } = snapped({ x: place.x + shift.x, y: place.y + shift.y })
    while (taken.some((box) => touches(box, cardBox({ x, y })))) y += canvasGrid.y
    taken.push(cardBox({ x, y }))
    result[id] = { x, y }
  }
  return result
}
