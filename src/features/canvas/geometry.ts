/**
 * Where cards and transitions lie, in canvas pixels. Pure: from places of stages to paths; the components only draw.
 * Cards have one size, so no measuring of the page is needed and nothing jumps when a card appears.
 */
import { canvasGrid, cardSize } from '../../domain/process/canvasGrid.ts'
import type { Position } from '../../domain/process/stage.ts'

export const { width: cardWidth, height: cardHeight } = cardSize
/** Stages are dropped and moved on this grid. */
export const grid = 10

export interface Route {
  /** SVG path data. */
  readonly path: string
  /** Where the transition's chip stands: on the path, at its middle. */
  readonly label: Position
  readonly start: Position
  readonly end: Position
}

type Side = 'right' | 'left' | 'top' | 'bottom'

const outward: Readonly<Record<Side, Position>> = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

export const snapped = ({ x, y }: Position): Position => ({
  x: Math.round(x / grid) * grid,
  y: Math.round(y / grid) * grid,
})

export const centreOf = ({ x, y }: Position): Position => ({ x: x + cardWidth / 2, y: y + cardHeight / 2 })

/** The middle of one side of a card, moved along the side by `shift` (-1…1 of half its length). */
function portOf(card: Position, side: Side, shift: number): Position {
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
 * `lane` sets parallel transitions apart: 0, 1, -1, 2, …
 */
export function routeBetween(from: Position, to: Position, lane = 0): Route {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const shift = lane * 0.28
  const sameRow = Math.abs(dy) < cardHeight
  if (from.x === to.x && from.y === to.y) return loop(from)
  if (sameRow && dx >= cardWidth + 20) {
    const columns = Math.round(dx / canvasGrid.x)
    if (columns <= 1) return curve(portOf(from, 'right', shift), 'right', portOf(to, 'left', shift), 'left')
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
    return curve(portOf(from, leave, shift + 0.12), leave, portOf(to, enter, shift - 0.12), enter)
  }
  const ahead = dx > 0
  if (ahead && dx <= canvasGrid.x * 1.3 && Math.abs(dy) <= canvasGrid.y * 1.5)
    return curve(portOf(from, 'right', shift), 'right', portOf(to, 'left', shift), 'left')
  if (ahead && dy > canvasGrid.y * 1.5)
    return corner(portOf(from, 'bottom', shift + 0.1), portOf(to, 'left', shift))
  return channel(from, to, shift)
}

/** The path from a card to a free point: a transition that is being drawn. */
export function routeToPoint(from: Position, point: Position, end: 'source' | 'target'): string {
  const side: Side = end === 'target' ? 'right' : 'left'
  const port = portOf(from, side, 0)
  const toward: Side = point.x >= port.x ? 'left' : 'right'
  const [a, b]: [Position, Position] = end === 'target' ? [port, point] : [point, port]
  const [out, into]: [Side, Side] = end === 'target' ? [side, toward] : [toward, side]
  return curve(a, out, b, into).path
}

function curve(start: Position, leave: Side, end: Position, enter: Side): Route {
  const far = Math.hypot(end.x - start.x, end.y - start.y)
  const reach = Math.min(140, Math.max(24, far * 0.42))
  return bezier(start, away(start, leave, reach), away(end, enter, reach), end)
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
  return { path: polyline([start, bend, end]), label: { x: start.x, y: (start.y + bend.y) / 2 }, start, end }
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
  return { path: polyline(corners), label, start, end }
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
  const end = portOf(card, 'top', 0.5)
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
  }
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const cardBox = ({ x, y }: Position): Box => ({
  left: x,
  top: y,
  right: x + cardWidth,
  bottom: y + cardHeight,
})

export const boxBetween = (a: Position, b: Position): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
})

export const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

/** How far the view has to move so that the box is inside the frame; zero where it is. */
export function shiftInto(box: Box, frame: Box): Position {
  const along = (low: number, high: number, least: number, most: number) =>
    low < least || high - low > most - least ? least - low : high > most ? most - high : 0
  return {
    x: along(box.left, box.right, frame.left, frame.right),
    y: along(box.top, box.bottom, frame.top, frame.bottom),
  }
}

/** Below this zoom a whole process is not worth showing at once: names could not be read. */
const readable = 0.45
const edge = 56

/** Viewport (translation and zoom) that shows all cards, or the start of the process at a readable size. */
export function firstView(
  places: readonly Position[],
  start: Position,
  frame: { readonly width: number; readonly height: number },
): { x: number; y: number; zoom: number } {
  const left = Math.min(...places.map(({ x }) => x))
  const top = Math.min(...places.map(({ y }) => y))
  const width = Math.max(...places.map(({ x }) => x)) + cardWidth - left
  const height = Math.max(...places.map(({ y }) => y)) + cardHeight - top
  const room = { width: Math.max(1, frame.width - 2 * edge), height: Math.max(1, frame.height - 2 * edge) }
  const whole = Math.min(1, room.width / width, room.height / height)
  if (whole >= readable)
    return {
      zoom: whole,
      x: (frame.width - width * whole) / 2 - left * whole,
      y: (frame.height - height * whole) / 2 - top * whole,
    }
  const zoom = frame.width < 600 ? 0.7 : 0.8
  const middle = height * zoom < room.height ? top + height / 2 : start.y + cardHeight / 2
  return { zoom, x: edge - start.x * zoom, y: frame.height / 2 - middle * zoom }
}
