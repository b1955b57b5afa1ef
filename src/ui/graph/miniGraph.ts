/** Where things lie in a small picture of a graph. Pure. */

export interface MiniNode {
  readonly id: string
  readonly name: string
  readonly x: number
  readonly y: number
}

export interface MiniEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  /** `walked`: the way so far; `open`, `closed`: exits of the current place. */
  readonly state: 'plain' | 'walked' | 'open' | 'closed'
}

type Place = { readonly x: number; readonly y: number }

export const nodeSize = { width: 200, height: 92 } as const
const margin = 14
const bend = 24

export type Measured = ReturnType<typeof measured>

/** Nodes that lie on one another (imported files know no places) stand in a row instead. */
export function measured(nodes: readonly MiniNode[]) {
  const distinct = new Set(nodes.map(({ x, y }) => `${Math.round(x / 20)} ${Math.round(y / 20)}`))
  const spread = distinct.size === nodes.length
  const columns = closedUp(
    nodes.map(({ x }) => x),
    nodeSize.width + 70,
  )
  const rows = closedUp(
    nodes.map(({ y }) => y),
    nodeSize.height + 36,
  )
  const places = new Map(
    nodes.map(({ id, x, y }, index): [string, Place] => [
      id,
      spread ? { x: columns.get(x) ?? x, y: rows.get(y) ?? y } : { x: index * (nodeSize.width + 70), y: 0 },
    ]),
  )
  const all = [...places.values()]
  const left = Math.min(0, ...all.map(({ x }) => x)) - margin
  const top = Math.min(...all.map(({ y }) => y), Number.POSITIVE_INFINITY) - margin
  const right = Math.max(0, ...all.map(({ x }) => x)) + nodeSize.width + margin
  const bottom = Math.max(...all.map(({ y }) => y), Number.NEGATIVE_INFINITY) + nodeSize.height + margin
  const empty = all.length === 0
  return { left, top: empty ? 0 : top, width: right - left, height: empty ? 1 : bottom - top, places }
}

/** The same order with no gap wider than need be: a drawing's empty room is not worth a small picture's. */
function closedUp(values: readonly number[], step: number): ReadonlyMap<number, number> {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const result = new Map<number, number>()
  let before: { readonly was: number; readonly is: number } | null = null
  for (const value of sorted) {
    const is: number = before === null ? 0 : before.is + Math.min(step, value - before.was)
    result.set(value, is)
    before = { was: value, is }
  }
  return result
}

/** From side to side where it goes forward, around what stands between where it changes rows, else below both. */
export function pathOf(from: Place, to: Place): string {
  const { width, height } = nodeSize
  if (to.x >= from.x + 2 * width && Math.abs(to.y - from.y) >= height) {
    const down = to.y > from.y
    const [x, y] = [from.x + width / 2, to.y + height / 2]
    return `M${x} ${down ? from.y + height : from.y}L${x} ${y - (down ? bend : -bend)}Q${x} ${y} ${x + bend} ${y}L${to.x} ${y}`
  }
  if (to.x >= from.x + width / 2) {
    const [start, end] = [
      { x: from.x + width, y: from.y + height / 2 },
      { x: to.x, y: to.y + height / 2 },
    ]
    const reach = Math.max(24, (end.x - start.x) / 2)
    return `M${start.x} ${start.y}C${start.x + reach} ${start.y} ${end.x - reach} ${end.y} ${end.x} ${end.y}`
  }
  const [start, end] = [
    { x: from.x + width / 2, y: from.y + height },
    { x: to.x + width / 2, y: to.y + height },
  ]
  const low = Math.max(start.y, end.y) + 40
  return `M${start.x} ${start.y}C${start.x} ${low} ${end.x} ${low} ${end.x} ${end.y}`
}

const longest = 13

/** A name in at most two lines. */
export function linesOf(name: string): string[] {
  const words = name.trim().split(/\s+/)
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= longest) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines
    .slice(0, 2)
    .map((text) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text))
  if (lines.length > 2) shown[1] = `${shown[1]?.slice(0, longest - 1).replace(/…$/, '')}…`
  return shown
}
