/** Boxes on the canvas, found by place: what a line crosses, what a box touches, without asking each one. */
import type { Position } from '../../domain/process/stage.ts'
import { type Box, touches } from './geometry.ts'

const cell = { x: 320, y: 160 } as const
/** A line this near to a card looks as if it touched it. */
const clearance = 5

interface Placed {
  readonly id: string
  readonly box: Box
}

export class Places {
  readonly #cells = new Map<string, Placed[]>()

  put(box: Box, id: string): void {
    const placed = { id, box }
    for (const key of cellsOf(box)) {
      const list = this.#cells.get(key)
      if (list) list.push(placed)
      else this.#cells.set(key, [placed])
    }
  }

  /** How many boxes touch this one. */
  within(box: Box): number {
    const found = new Set<Placed>()
    for (const placed of this.#near(box)) if (touches(placed.box, box)) found.add(placed)
    return found.size
  }

  /** How many boxes a line of straight pieces crosses or brushes, those of `except` aside. */
  crossedBy(points: readonly Position[], except: readonly string[]): number {
    const found = new Set<string>()
    for (const [index, b] of points.entries()) {
      const a = points[index - 1]
      if (!a) continue
      const span = {
        left: Math.min(a.x, b.x),
        top: Math.min(a.y, b.y),
        right: Math.max(a.x, b.x),
        bottom: Math.max(a.y, b.y),
      }
      for (const { id, box } of this.#near(span))
        if (!found.has(id) && !except.includes(id) && passes(a, b, box)) found.add(id)
    }
    return found.size
  }

  *#near(box: Box): Generator<Placed> {
    for (const key of cellsOf(box)) yield* this.#cells.get(key) ?? []
  }
}

function* cellsOf({ left, top, right, bottom }: Box): Generator<string> {
  for (let x = Math.floor((left - clearance) / cell.x); x <= Math.floor((right + clearance) / cell.x); x += 1)
    for (
      let y = Math.floor((top - clearance) / cell.y);
      y <= Math.floor((bottom + clearance) / cell.y);
      y += 1
    )
      yield `${x} ${y}`
}

/** Whether a straight piece enters the box or its clearance (Liang and Barsky). */
function passes(a: Position, b: Position, box: Box): boolean {
  let enter = 0
  let leave = 1
  for (const [from, to, low, high] of [
    [a.x, b.x, box.left - clearance, box.right + clearance],
    [a.y, b.y, box.top - clearance, box.bottom + clearance],
  ] as const) {
    const way = to - from
    if (way === 0) {
      if (from <= low || from >= high) return false
      continue
    }
    const [one, two] = [(low - from) / way, (high - from) / way]
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
    if (enter >= leave) return false
  }
  return true
}

/** Whether straight pieces enter a box. */
export const crosses = (points: readonly Position[], box: Box): boolean =>
  points.some((b, index) => {
    const a = points[index - 1]
    return a !== undefined && passes(a, b, box)
  })

/** Whether a point lies on straight pieces, or as near as `by`. */
export const nearLine = (points: readonly Position[], { x, y }: Position, by: number): boolean =>
  crosses(points, { left: x - by, top: y - by, right: x + by, bottom: y + by })
