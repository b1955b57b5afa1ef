/** Ways from card to card for when the first choice (routes.ts) would cross another card, or lie on another way. */
import { canvasGrid } from '../../domain/process/canvasGrid.ts'
import type { Position } from '../../domain/process/stage.ts'
import { cardHeight, cardWidth } from './geometry.ts'
import { portOf, type Route, type Side, shiftOf, straight } from './routes.ts'

/** Half the free space between two rows, and between two columns, of the drawing's grid. */
const gutter = { x: (canvasGrid.x - cardWidth) / 2, y: (canvasGrid.y - cardHeight) / 2 } as const

/**
 * Other ways from card to card, nearest first: by the gutter before the target, by the gutter behind the source,
 * along the row above or below, out of one side and into the other.
 */
export function waysAround(from: Position, to: Position, lane: number): Route[] {
  const shift = shiftOf(lane)
  const right = portOf(from, 'right', shift)
  const left = portOf(to, 'left', shift)
  const found: Route[] = []
  if (to.x - from.x > cardWidth + 40)
    for (const x of [to.x - gutter.x, from.x + cardWidth + gutter.x])
      found.push(
        straight([right, { x, y: right.y }, { x, y: left.y }, left], { x, y: (right.y + left.y) / 2 }),
      )
  const above = Math.min(from.y, to.y)
  const below = Math.max(from.y, to.y) + cardHeight
  const levels = [
    from.y + cardHeight + gutter.y,
    from.y - gutter.y,
    to.y + cardHeight + gutter.y,
    to.y - gutter.y,
    above - gutter.y,
    below + gutter.y,
    above - canvasGrid.y - gutter.y,
    below + canvasGrid.y + gutter.y,
  ]
  const ahead = to.x >= from.x ? 1 : -1
  for (const level of new Set(levels)) {
    const y = level + lane * 12
    const leave: Side = y < from.y ? 'top' : 'bottom'
    const enter: Side = y < to.y ? 'top' : 'bottom'
    const start = portOf(from, leave, 0.3 * ahead + shift / 2)
    const end = portOf(to, enter, -0.3 * ahead + shift / 2)
    found.push(straight([start, { x: start.x, y }, { x: end.x, y }, end], { x: (start.x + end.x) / 2, y }))
    // Into the side of the target, from the gutter before it.
    const x = to.x - gutter.x
    const side = portOf(to, 'left', shift)
    found.push(
      straight([start, { x: start.x, y }, { x, y }, { x, y: side.y }, side], { x: (start.x + x) / 2, y }),
    )
  }
  for (const side of ['left', 'right'] as const) {
    const start = portOf(from, side, 0.3)
    const end = portOf(to, side, -0.3)
    const x = side === 'left' ? Math.min(start.x, end.x) - gutter.x : Math.max(start.x, end.x) + gutter.x
    found.push(straight([start, { x, y: start.y }, { x, y: end.y }, end], { x, y: (start.y + end.y) / 2 }))
  }
  return found
}

/** The same way with its long leg along another line beside it: ways that share a gutter do not lie on each other. */
export function beside({ points, label }: Route, by: number): Route {
  const inner = points.slice(1, -1)
  const [a, b] = longestLeg(points)
  if (a === undefined || b === undefined || inner.length < 2) return straight(points, label)
  const level = a.y === b.y ? 'y' : 'x'
  const move = (point: Position): Position =>
    inner.includes(point) && point[level] === a[level] ? { ...point, [level]: point[level] + by } : point
  return straight(
    points.map(move),
    label[level] === a[level] ? { ...label, [level]: label[level] + by } : label,
  )
}

/** The ends of the longest straight piece that touches neither card. */
export function longestLeg(points: readonly Position[]): readonly [Position, Position] | readonly [] {
  let found: readonly [Position, Position] | readonly [] = []
  let longest = 0
  for (let index = 1; index < points.length - 2; index += 1) {
    const a = points[index]
    const b = points[index + 1]
    if (!a || !b) continue
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    if (length > longest) [found, longest] = [[a, b], length]
  }
  return found
}
