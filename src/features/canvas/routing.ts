/**
 * Which way each transition takes and where its chip stands, for a whole process: around cards instead of through
 * them, beside other ways instead of on them, with chips that cover neither a card nor each other. Planned again only
 * when places or transitions change; a way that stays the same stays the same object, so its arrow is not drawn again.
 */
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { Position } from '../../domain/process/stage.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { type Box, cardBox } from './geometry.ts'
import { alone, type Lane, lanesOf } from './lanes.ts'
import { Places } from './places.ts'
import { type Route, routeBetween } from './routes.ts'
import { beside, longestLeg, waysAround } from './waysAround.ts'

/** Above so many transitions each way is planned alone, when its arrow comes into view. */
const allAtOnce = 400
/** Two ways nearer than this look like one. */
const apart = 7

type Part = Pick<ProcessDocument, 'stages' | 'transitions'>

interface Plan {
  readonly routeOf: (transitionId: string) => Route | undefined
  /** Ways found so far. */
  readonly known: ReadonlyMap<string, Route>
}

let last: { readonly document: Part; readonly plan: Plan } | null = null

/** The way of a transition between two stages; undefined for a global one, or where an end is missing. */
export function plannedRoute(document: Part, transitionId: string): Route | undefined {
  if (last?.document.stages !== document.stages || last.document.transitions !== document.transitions) {
    const plan = last && sameDrawing(last.document, document) ? last.plan : planOf(document, last?.plan.known)
    last = { document, plan }
  }
  return last.plan.routeOf(transitionId)
}

/** The way while one of its ends is dragged: around the cards that stay where they are. */
export function liveRoute(
  document: Part,
  { id, fromStageId, toStageId }: StageTransition,
  from: Position,
  to: Position,
): Route {
  const cards = cardsOf(document)
  return around(cards, from, to, lanesOf(document).get(id) ?? alone, [fromStageId ?? '', toStageId])
}

function sameDrawing(before: Part, after: Part): boolean {
  const same = <Row>(
    a: Readonly<Record<string, Row>>,
    b: Readonly<Record<string, Row>>,
    alike: (x: Row, y: Row) => boolean,
  ) => {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => {
        const [x, y] = [a[key], b[key]]
        return x !== undefined && y !== undefined && (x === y || alike(x, y))
      })
    )
  }
  return (
    same(before.stages, after.stages, (a, b) => a.position === b.position) &&
    same(
      before.transitions,
      after.transitions,
      (a, b) =>
        a.fromStageId === b.fromStageId &&
        a.toStageId === b.toStageId &&
        a.transitionName === b.transitionName,
    )
  )
}

function planOf(document: Part, earlier?: ReadonlyMap<string, Route>): Plan {
  const cards = cardsOf(document)
  const lanes = lanesOf(document)
  const legs: Leg[] = []
  const chips = new Places()
  const known = new Map<string, Route>()
  const all = Object.values(document.transitions)
  const whole = all.length <= allAtOnce

  const make = (transition: StageTransition): Route | undefined => {
    const from = document.stages[transition.fromStageId ?? '']?.position
    const to = document.stages[transition.toStageId]?.position
    if (!from || !to) return undefined
    const ends = [transition.fromStageId ?? '', transition.toStageId]
    const way = around(cards, from, to, lanes.get(transition.id) ?? alone, ends)
    if (!whole) return way
    const free = onFreeTrack(way, legs, cards, ends)
    return withFreeChip(free, transition, cards, chips)
  }
  const routeOf = (id: string): Route | undefined => {
    const had = known.get(id)
    if (had) return had
    const transition = document.transitions[id]
    const route = transition && make(transition)
    if (!route) return undefined
    const before = earlier?.get(id)
    const kept = before && sameRoute(before, route) ? before : route
    known.set(id, kept)
    return kept
  }
  // Short ways first: they have the least choice.
  if (whole)
    for (const { id } of [...all].sort((a, b) => spanOf(document, a) - spanOf(document, b))) routeOf(id)
  return { routeOf, known }
}

const sameRoute = (a: Route, b: Route): boolean =>
  a.path === b.path && a.label.x === b.label.x && a.label.y === b.label.y

function spanOf({ stages }: Part, { fromStageId, toStageId, id }: StageTransition): number {
  const from = stages[fromStageId ?? '']?.position
  const to = stages[toStageId]?.position
  return from && to ? Math.abs(to.x - from.x) + Math.abs(to.y - from.y) + id.length / 1e6 : 0
}

let cardsFor: { readonly stages: Part['stages']; readonly cards: Places } | null = null

function cardsOf({ stages }: Part): Places {
  if (cardsFor?.stages === stages) return cardsFor.cards
  const cards = new Places()
  for (const { id, position } of Object.values(stages)) cards.put(cardBox(position), id)
  cardsFor = { stages, cards }
  return cards
}

const lengthOf = (points: readonly Position[]): number =>
  points.reduce((sum, point, index) => {
    const before = points[index - 1] ?? point
    return sum + Math.hypot(point.x - before.x, point.y - before.y)
  }, 0)

function around(cards: Places, from: Position, to: Position, lane: Lane, ends: readonly string[]): Route {
  const first = routeBetween(from, to, lane)
  const crossed = cards.crossedBy(first.points, ends)
  if (crossed === 0) return first
  const cost = (route: Route, count = cards.crossedBy(route.points, ends)) =>
    count * 10_000 + lengthOf(route.points) + route.points.length * 16
  let [best, least] = [first, cost(first, crossed)]
  for (const way of waysAround(from, to, lane.beside)) {
    const here = cost(way)
    if (here < least) [best, least] = [way, here]
  }
  return best
}

interface Leg {
  readonly axis: 'x' | 'y'
  readonly level: number
  readonly low: number
  readonly high: number
}

function legOf(route: Route): Leg | null {
  if (!route.inLegs) return null
  const [a, b] = longestLeg(route.points)
  if (!a || !b) return null
  const axis = a.y === b.y ? 'y' : 'x'
  const along = axis === 'y' ? 'x' : 'y'
  return { axis, level: a[axis], low: Math.min(a[along], b[along]), high: Math.max(a[along], b[along]) }
}

/** The way with its long leg where no other way has one yet. */
function onFreeTrack(route: Route, legs: Leg[], cards: Places, ends: readonly string[]): Route {
  const crossed = cards.crossedBy(route.points, ends)
  for (const by of [0, 9, -9, 18, -18]) {
    const moved = by === 0 ? route : beside(route, by)
    const leg = legOf(moved)
    if (!leg) return route
    const taken = legs.some(
      (other) =>
        other.axis === leg.axis &&
        Math.abs(other.level - leg.level) < apart &&
        other.low < leg.high &&
        other.high > leg.low,
    )
    if (taken || (by !== 0 && cards.crossedBy(moved.points, ends) > crossed)) continue
    legs.push(leg)
    return moved
  }
  return route
}

/** As large as the chip will be drawn, by its words. */
function chipSize({ transitionName, conditions, isAutomatic, isRework }: StageTransition) {
  const words = transitionName.trim().length * 6.4 + (isAutomatic ? 19 : 0) + (isRework ? 19 : 0)
  const marks = conditions.length > 0 ? 28 : 0
  const lines = (words > 86 ? 2 : 1) + (words > 0 && marks > 0 && words + marks > 86 ? 1 : 0)
  return { width: Math.max(28, Math.min(104, 18 + words + marks)), height: Math.max(28, 8 + lines * 14) }
}

/** Along the way at these parts of its length the chip may stand; the middle is best. */
const stops = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]

function withFreeChip(route: Route, transition: StageTransition, cards: Places, chips: Places): Route {
  const { width, height } = chipSize(transition)
  const boxAt = ({ x, y }: Position): Box => ({
    left: x - width / 2,
    top: y - height / 2,
    right: x + width / 2,
    bottom: y + height / 2,
  })
  const covered = (point: Position) => cards.within(boxAt(point)) * 2 + chips.within(boxAt(point))
  let [best, least] = [route.label, covered(route.label)]
  for (const part of stops) {
    if (least === 0) break
    const point = pointAt(route.points, part)
    const here = covered(point)
    if (here < least) [best, least] = [point, here]
  }
  chips.put(boxAt(best), transition.id)
  return best === route.label ? route : { ...route, label: best }
}

function pointAt(points: readonly Position[], part: number): Position {
  let rest = lengthOf(points) * part
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    if (!before) continue
    const piece = Math.hypot(point.x - before.x, point.y - before.y)
    if (piece >= rest && piece > 0)
      return {
        x: before.x + ((point.x - before.x) * rest) / piece,
        y: before.y + ((point.y - before.y) * rest) / piece,
      }
    rest -= piece
  }
  return points.at(-1) ?? { x: 0, y: 0 }
}
