/**
 * Ways between two cards, in canvas pixels. Pure: the first choice looks at nothing but the two, the others are ways
 * around for when that would cross a card (routing.ts chooses).
 */
import { canvasGrid } from '../../domain/process/canvasGrid.ts'
import type { Position } from '../../domain/process/stage.ts'
import { cardHeight, cardWidth, centreOf } from './geometry.ts'
import { alone, type Lane } from './lanes.ts'

export interface Route {
  /** SVG path data. */
  readonly path: string
  /** Where the transition's chip stands: on the path, at its middle. */
  readonly label: Position
  readonly start: Position
  readonly end: Position
  /** Whether it runs in straight legs, so that one of them can be moved aside. */
  readonly inLegs: boolean
  /** The way as straight pieces, fine enough to tell what it crosses. */
  readonly points: readonly Position[]
}

export type Side = 'right' | 'left' | 'top' | 'bottom'

const outward: Readonly<Record<Side, Position>> = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** The middle of one side of a card, moved along the side by `shift` (-1…1 of half its length). */
export function portOf(card: Position, side: Side, shift: number): Position {
  const centre = centreOf(card)
  const along = side === 'left' || side === 'right' ? cardHeight / 2 : cardWidth / 2
  const { x, y } = outward[side]
  return {
    x: centre.x + (x * cardWidth) / 2 + (x === 0 ? shift * along : 0),
    y: centre.y + (y * cardHeight) / 2 + (y === 0 ? shift * along : 0),
  }
}

/**
 * A way from card to card that leaves and enters where it is shortest to see: onwards from right to left, over the
 * row where it skips stages, under it where it leads back, along the lower row where it changes rows.
 * `lane` sets parallel transitions apart (see lanes.ts).
 */
export function routeBetween(from: Position, to: Position, { beside: lane, returns }: Lane = alone): Route {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const shift = shiftOf(lane)
  const sameRow = Math.abs(dy) < cardHeight
  if (from.x === to.x && from.y === to.y) return loop(from)
  if (sameRow && dx >= cardWidth + 20) {
    const columns = Math.round(dx / canvasGrid.x)
    if (columns <= 1)
      return curve(portOf(from, 'right', shift), 'right', portOf(to, 'left', shift), 'left', lane)
    return arch(from, to, 'top', archHeight(columns, lane), 0.34)
  }
  if (sameRow && dx < 0) {
    const columns = Math.max(1, Math.round(-dx / canvasGrid.x))
    return arch(from, to, 'bottom', archHeight(columns, lane), -0.34)
  }
  if (Math.abs(dx) < cardWidth + 20) {
    // Straight up or down, and around the cards between where there may be some.
    if (Math.abs(dy) > canvasGrid.y * 1.6) return detour(from, to, lane)
    const [leave, enter]: [Side, Side] = dy > 0 ? ['bottom', 'top'] : ['top', 'bottom']
    // The way there and the way back stand a chip's width apart.
    const aside = Math.max(-0.8, Math.min(0.8, (returns ? lane + (dy > 0 ? 0.5 : -0.5) : lane) * 1.12))
    return curve(portOf(from, leave, aside), leave, portOf(to, enter, aside), enter)
  }
  const ahead = dx > 0
  if (ahead && dx <= canvasGrid.x * 1.3 && Math.abs(dy) <= canvasGrid.y * 1.5)
    return curve(portOf(from, 'right', shift), 'right', portOf(to, 'left', shift), 'left', lane)
  if (ahead && dy > canvasGrid.y * 1.5)
    return corner(portOf(from, 'bottom', shift + 0.1), portOf(to, 'left', shift))
  return channel(from, to, shift)
}

/** Where on a card's side the ways of one pair begin and end, beside each other. */
export const shiftOf = (lane: number): number => Math.max(-0.8, Math.min(0.8, lane * 0.5))

/** The path from a card to a free point: a transition that is being drawn. */
export function routeToPoint(from: Position, point: Position, end: 'source' | 'target'): string {
  const side: Side = end === 'target' ? 'right' : 'left'
  const port = portOf(from, side, 0)
  const toward: Side = point.x >= port.x ? 'left' : 'right'
  const [a, b]: [Position, Position] = end === 'target' ? [port, point] : [point, port]
  const [out, into]: [Side, Side] = end === 'target' ? [side, toward] : [toward, side]
  return curve(a, out, b, into).path
}

/** How far the middles of two parallel ways lie apart: a chip of two lines and some air. */
const bow = 56

function curve(start: Position, leave: Side, end: Position, enter: Side, lane = 0): Route {
  const far = Math.hypot(end.x - start.x, end.y - start.y)
  const reach = Math.min(140, Math.max(24, far * 0.42))
  const bowed = ({ x, y }: Position): Position => ({ x, y: y + lane * bow })
  return bezier(start, bowed(away(start, leave, reach)), bowed(away(end, enter, reach)), end)
}

/** Low enough to stay between two rows. */
const archHeight = (columns: number, lane: number): number =>
  Math.min(52, 24 + 9 * columns) + 14 * Math.abs(lane)

function arch(from: Position, to: Position, side: 'top' | 'bottom', height: number, lean: number): Route {
  const start = portOf(from, side, lean)
  const end = portOf(to, side, -lean)
  return bezier(start, away(start, side, height * 1.33), away(end, side, height * 1.33), end)
}

const radius = 14

/** Down, then along the target's row into its side. The chip stands on the upright leg, which is this one's alone. */
function corner(start: Position, end: Position): Route {
  const bend = { x: start.x, y: end.y }
  return straight([start, bend, end], { x: start.x, y: (start.y + bend.y) / 2 })
}

/** Out of the row, along the free space beside the target's row (or the own one, going up), and in. */
function channel(from: Position, to: Position, shift: number): Route {
  const down = to.y > from.y
  const ahead = to.x > from.x ? 1 : -1
  const start = portOf(from, down ? 'bottom' : 'top', shift + 0.16 * ahead)
  const end = portOf(to, down ? 'top' : 'bottom', shift - 0.24 * ahead)
  const gap = (canvasGrid.y - cardHeight) / 2
  // Transitions of different length run beside each other, not on each other.
  const aside = ((Math.round(Math.abs(to.x - from.x) / canvasGrid.x) % 3) - 1) * 9
  const y = (down ? to.y : from.y) - gap + aside
  const corners = [start, { x: start.x, y }, { x: end.x, y }, end]
  const upright = Math.abs(y - start.y)
  const along = Math.min(90, Math.abs(end.x - start.x) / 2)
  const label = upright > 70 ? { x: start.x, y: (start.y + y) / 2 } : { x: start.x + ahead * along, y }
  return straight(corners, label)
}

/** A way of straight legs with round corners. */
export function straight(corners: readonly Position[], label: Position): Route {
  const start = corners[0] ?? label
  return {
    path: polyline(corners),
    label,
    start,
    end: corners.at(-1) ?? start,
    inLegs: true,
    points: corners,
  }
}

/** Straight legs with round corners. */
function polyline(points: readonly Position[]): string {
  const first = points[0] ?? { x: 0, y: 0 }
  const last = points.at(-1) ?? first
  const toward = (bend: Position, other: Position): Position => {
    const far = Math.hypot(other.x - bend.x, other.y - bend.y)
    const part = far === 0 ? 0 : Math.min(radius, far / 2) / far
    return { x: bend.x + (other.x - bend.x) * part, y: bend.y + (other.y - bend.y) * part }
  }
  const bends = points.slice(1, -1).map((bend, index) => {
    const before = toward(bend, points[index] ?? bend)
    const after = toward(bend, points[index + 2] ?? bend)
    return `L${at(before)} Q${at(bend)} ${at(after)}`
  })
  return `M${at(first)} ${bends.join(' ')} L${at(last)}`
}

/** Out and in at the same side, around what stands between. */
function detour(from: Position, to: Position, lane: number): Route {
  const side: Side = to.y > from.y ? 'right' : 'left'
  const out = 46 + 18 * Math.abs(lane) + Math.abs(to.y - from.y) * 0.06
  const start = portOf(from, side, 0.3)
  const end = portOf(to, side, -0.3)
  return bezier(start, away(start, side, out * 1.33), away(end, side, out * 1.33), end)
}

/** A stage that leads to itself: an error that is still drawn, so that it can be seen and removed. */
function loop(card: Position): Route {
  const start = portOf(card, 'right', -0.3)
  const end = portOf(card, 'top', 0.82)
  return bezier(start, away(start, 'right', 64), away(end, 'top', 64), end)
}

const away = ({ x, y }: Position, side: Side, by: number): Position => ({
  x: x + outward[side].x * by,
  y: y + outward[side].y * by,
})

const round = (value: number) => Math.round(value * 10) / 10
const at = ({ x, y }: Position) => `${round(x)},${round(y)}`

function bezier(start: Position, one: Position, two: Position, end: Position): Route {
  return {
    path: `M${at(start)} C${at(one)} ${at(two)} ${at(end)}`,
    label: {
      x: (start.x + 3 * one.x + 3 * two.x + end.x) / 8,
      y: (start.y + 3 * one.y + 3 * two.y + end.y) / 8,
    },
    start,
    end,
    inLegs: false,
    points: sampled(start, one, two, end),
  }
}

const samples = 14

function sampled(start: Position, one: Position, two: Position, end: Position): Position[] {
  const along = (axis: 'x' | 'y', t: number) => {
    const rest = 1 - t
    return (
      rest ** 3 * start[axis] +
      3 * rest * rest * t * one[axis] +
      3 * rest * t * t * two[axis] +
      t ** 3 * end[axis]
    )
  }
  return Array.from({ length: samples + 1 }, (_, index) => ({
    x: along('x', index / samples),
    y: along('y', index / samples),
  }))
}
