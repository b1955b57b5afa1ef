/**
 * Where cards lie and what part of them is seen, in canvas pixels. Cards have one size, so no measuring of the page is
 * needed and nothing jumps when a card appears. Ways between them: routes.ts.
 */
import { cardSize } from '../../domain/process/canvasGrid.ts'
import type { Position } from '../../domain/process/stage.ts'

export const { width: cardWidth, height: cardHeight } = cardSize
/** Stages are dropped and moved on this grid. */
export const grid = 10

export const snapped = ({ x, y }: Position): Position => ({
  x: Math.round(x / grid) * grid,
  y: Math.round(y / grid) * grid,
})

export const centreOf = ({ x, y }: Position): Position => ({ x: x + cardWidth / 2, y: y + cardHeight / 2 })

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

/** Up to 20 the rest of a card has room beside a name of two lines; above 40 a card is too small for one. */
const nameSizes = [14, 16, 18, 20, 24, 28, 32, 36, 40, 60, 80, 120, 160]

/** How large a name is drawn, in canvas pixels, so that 12 px of it are seen on the screen at this zoom. */
export const nameSizeAt = (zoom: number): number => nameSizes.find((size) => size * zoom >= 12) ?? 240

/** The same for everything else that is read on cards and transitions, where there is room for it. */
export const smallSizeAt = (zoom: number): number => (zoom >= 1 ? 12 : nameSizeAt(zoom))

/** Below this zoom a card shows its name alone: a process is opened at its start rather than as small as that. */
const readable = 0.6
const edge = 48
const toolbar = 28

/** Around what is brought into view as a whole; the toolbar lies over the lower edge. */
export const fitPadding = { x: '48px', top: '40px', bottom: '84px' } as const

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
  const room = {
    width: Math.max(1, frame.width - 2 * edge),
    height: Math.max(1, frame.height - 2 * edge - toolbar),
  }
  const whole = Math.min(1, room.width / width, room.height / height)
  if (whole >= readable)
    return {
      zoom: whole,
      x: (frame.width - width * whole) / 2 - left * whole,
      y: (frame.height - toolbar - height * whole) / 2 - top * whole,
    }
  const zoom = frame.width < 600 ? 0.7 : 0.8
  const middle = height * zoom < room.height ? top + height / 2 : start.y + cardHeight / 2
  return { zoom, x: edge - start.x * zoom, y: frame.height / 2 - middle * zoom }
}
