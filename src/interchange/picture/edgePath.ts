/** The curve of a transition between two cards: forward out of the right side, back below the cards, else straight. */
import type { Position } from '../../domain/process/stage.ts'
import { round } from './svgText.ts'

export const card = { width: 220, height: 100 } as const
/** How far below a card a way back goes. */
export const backwardDip = 56

export interface EdgePath {
  readonly path: string
  /** Middle of the curve: where its label stands. */
  readonly middle: Position
}

export function edgePath(from: Position, to: Position): EdgePath {
  const center = { x: card.width / 2, y: card.height / 2 }
  if (to.x >= from.x + card.width / 2) {
    const start = { x: from.x + card.width, y: from.y + center.y }
    const end = { x: to.x, y: to.y + center.y }
    const reach = Math.max(24, Math.abs(end.x - start.x) / 2)
    return curve(start, { x: start.x + reach, y: start.y }, { x: end.x - reach, y: end.y }, end)
  }
  if (Math.abs(to.x - from.x) < card.width / 2 && Math.abs(to.y - from.y) >= card.height) {
    const down = to.y > from.y
    const start = { x: from.x + center.x, y: down ? from.y + card.height : from.y }
    const end = { x: to.x + center.x, y: down ? to.y : to.y + card.height }
    const half = (end.y - start.y) / 2
    return curve(start, { x: start.x, y: start.y + half }, { x: end.x, y: end.y - half }, end)
  }
  const start = { x: from.x + center.x + 24, y: from.y + card.height }
  const end = { x: to.x + center.x - 24, y: to.y + card.height }
  const low = Math.max(start.y, end.y) + backwardDip * 1.3
  return curve(start, { x: start.x, y: low }, { x: end.x, y: low }, end)
}

function curve(start: Position, first: Position, second: Position, end: Position): EdgePath {
  const at = ({ x, y }: Position) => `${round(x)} ${round(y)}`
  const middle = (a: number, b: number, c: number, d: number) => (a + 3 * b + 3 * c + d) / 8
  return {
    path: `M ${at(start)} C ${at(first)}, ${at(second)}, ${at(end)}`,
    middle: {
      x: middle(start.x, first.x, second.x, end.x),
      y: middle(start.y, first.y, second.y, end.y),
    },
  }
}
