/**
 * Where a dragged group of cards comes to rest: on a line with another card's edge or middle, or with gaps like those
 * beside it, where one is near; else on the grid. Pure; in canvas pixels.
 */
import type { Position } from '../../domain/process/stage.ts'
import { type Box, grid } from './geometry.ts'

/** A line to be drawn: upright at `at` where the axis is x, from `from` to `to` along the other axis. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
  /** A measured gap rather than a line of edges. */
  readonly isGap: boolean
}

export interface Snapped {
  /** How far the group goes from where the pointer holds it. */
  readonly by: Position
  readonly guides: readonly Guide[]
}

interface Span {
  readonly low: number
  readonly high: number
}

const spanOf = (box: Box, axis: 'x' | 'y'): Span =>
  axis === 'x' ? { low: box.left, high: box.right } : { low: box.top, high: box.bottom }
const lines = ({ low, high }: Span): readonly number[] => [low, (low + high) / 2, high]
const overlap = (a: Span, b: Span): boolean => a.low < b.high && a.high > b.low
const other = { x: 'y', y: 'x' } as const

export function snap(moving: Box, others: readonly Box[], tolerance: number): Snapped {
  const x = along('x', moving, others, tolerance)
  const y = along('y', moving, others, tolerance)
  const by = {
    x: x ?? toGrid(moving.left),
    y: y ?? toGrid(moving.top),
  }
  const placed: Box = {
    left: moving.left + by.x,
    right: moving.right + by.x,
    top: moving.top + by.y,
    bottom: moving.bottom + by.y,
  }
  const guides = [
    ...(x === null ? [] : guidesOf('x', placed, others)),
    ...(y === null ? [] : guidesOf('y', placed, others)),
  ]
  return { by, guides }
}

const toGrid = (value: number): number => Math.round(value / grid) * grid - value

/** The least shift along one axis that brings the group on a line or between equal gaps; null where none is near. */
function along(axis: 'x' | 'y', moving: Box, others: readonly Box[], tolerance: number): number | null {
  const own = spanOf(moving, axis)
  let best: number | null = null
  const offer = (shift: number) => {
    if (Math.abs(shift) <= tolerance && (best === null || Math.abs(shift) < Math.abs(best))) best = shift
  }
  for (const box of others) {
    const theirs = lines(spanOf(box, axis))
    for (const [index, line] of lines(own).entries()) {
      // Middles meet middles only: a middle on an edge is no line anybody sees.
      for (const [place, target] of theirs.entries())
        if ((index === 1) === (place === 1)) offer(target - line)
    }
  }
  for (const shift of gapShifts(axis, moving, others)) offer(shift)
  return best
}

/** Those beside it in its row (or column), nearest first on each side. */
function beside(axis: 'x' | 'y', moving: Box, others: readonly Box[]) {
  const own = spanOf(moving, axis)
  const middle = (own.low + own.high) / 2
  const row = others
    .filter((box) => overlap(spanOf(box, other[axis]), spanOf(moving, other[axis])))
    .map((box) => spanOf(box, axis))
  const centre = ({ low, high }: Span) => (low + high) / 2
  return {
    before: row.filter((span) => centre(span) < middle).sort((a, b) => b.high - a.high),
    behind: row.filter((span) => centre(span) >= middle).sort((a, b) => a.low - b.low),
  }
}

function gapShifts(axis: 'x' | 'y', moving: Box, others: readonly Box[]): number[] {
  const own = spanOf(moving, axis)
  const { before, behind } = beside(axis, moving, others)
  const [left, farLeft] = before
  const [right, farRight] = behind
  const found: number[] = []
  if (left && right) found.push((left.high + right.low - (own.low + own.high)) / 2)
  if (left && farLeft && left.low > farLeft.high) found.push(left.high + (left.low - farLeft.high) - own.low)
  if (right && farRight && farRight.low > right.high)
    found.push(right.low - (farRight.low - right.high) - own.high)
  return found
}

/** What there is to show once the group lies where it will. */
function guidesOf(axis: 'x' | 'y', placed: Box, others: readonly Box[]): Guide[] {
  const own = spanOf(placed, axis)
  const across = spanOf(placed, other[axis])
  const met = lines(own).flatMap((line, index): Guide[] => {
    const mates = others.filter((box) =>
      lines(spanOf(box, axis)).some(
        (at, place) => (index === 1) === (place === 1) && Math.abs(at - line) < 0.5,
      ),
    )
    if (mates.length === 0) return []
    const spans = [across, ...mates.map((box) => spanOf(box, other[axis]))]
    return [
      {
        axis,
        at: line,
        from: Math.min(...spans.map(({ low }) => low)),
        to: Math.max(...spans.map(({ high }) => high)),
        isGap: false,
      },
    ]
  })
  const middle = met.find(({ at }) => at === (own.low + own.high) / 2)
  return [...(middle && met.length === 3 ? [middle] : met), ...gapsOf(axis, placed, others)]
}

function gapsOf(axis: 'x' | 'y', placed: Box, others: readonly Box[]): Guide[] {
  const own = spanOf(placed, axis)
  const across = spanOf(placed, other[axis])
  const at = (across.low + across.high) / 2
  const { before, behind } = beside(axis, placed, others)
  const [left, farLeft] = before
  const [right, farRight] = behind
  const gap = (from: number, to: number): Guide => ({ axis: other[axis], at, from, to, isGap: true })
  const same = (a: number, b: number) => Math.abs(a - b) < 0.5
  if (left && right && same(own.low - left.high, right.low - own.high) && own.low > left.high)
    return [gap(left.high, own.low), gap(own.high, right.low)]
  if (left && farLeft && left.low > farLeft.high && same(own.low - left.high, left.low - farLeft.high))
    return [gap(farLeft.high, left.low), gap(left.high, own.low)]
  if (right && farRight && farRight.low > right.high && same(right.low - own.high, farRight.low - right.high))
    return [gap(own.high, right.low), gap(right.high, farRight.low)]
  return []
}
