/** Where stages and transitions of a miniature lie: the canvas scaled down, or a row where the canvas says nothing. */
import type { Outline } from './outline.ts'

export interface MiniatureNode {
  readonly id: string
  readonly tone: string
  readonly x: number
  readonly y: number
}

export interface MiniatureLayout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly MiniatureNode[]
  readonly paths: readonly string[]
}

/** Size of a stage card on the canvas, in its units. */
export const card = { width: 180, height: 84 } as const
const margin = 28
const gap = 60

type Stage = Outline['stages'][number]

/** Imported processes often have all stages in one place: then they stand in a row, lost ones below. */
function places(stages: readonly Stage[]): Map<string, { x: number; y: number }> {
  const distinct = new Set(
    stages.map(({ position }) => `${Math.round(position.x / 20)} ${Math.round(position.y / 20)}`),
  )
  if (distinct.size === stages.length) return new Map(stages.map((stage) => [stage.id, stage.position]))
  const perRow = Math.max(4, Math.ceil(Math.sqrt(stages.length * 2.4)))
  return new Map(
    stages.map((stage, index) => [
      stage.id,
      { x: (index % perRow) * (card.width + gap), y: Math.floor(index / perRow) * (card.height + gap) },
    ]),
  )
}

export function layMiniatureOut(outline: Outline): MiniatureLayout {
  const at = places(outline.stages)
  const all = [...at.values()]
  const left = Math.min(...all.map(({ x }) => x), 0)
  const top = Math.min(...all.map(({ y }) => y), 0)
  const right = Math.max(...all.map(({ x }) => x), 0) + card.width
  const bottom = Math.max(...all.map(({ y }) => y), 0) + card.height
  const place = (id: string) => {
    const position = at.get(id)
    return position && { x: position.x - left + margin, y: position.y - top + margin }
  }
  const nodes = outline.stages.flatMap((stage): MiniatureNode[] => {
    const position = place(stage.id)
    const tone = !stage.is_active ? 'inactive' : stage.kind === 'open' ? stage.color : stage.kind
    return position ? [{ id: stage.id, tone, ...position }] : []
  })
  const paths = outline.transitions.flatMap(({ from_stage_id, to_stage_id }) => {
    const from = from_stage_id === null ? undefined : place(from_stage_id)
    const to = place(to_stage_id)
    return from && to ? [curve(from, to)] : []
  })
  return { width: right - left + 2 * margin, height: bottom - top + 2 * margin, nodes, paths }
}

/** From the right side to the left one, bending more the further back it goes. */
function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const start = { x: from.x + card.width, y: from.y + card.height / 2 }
  const end = { x: to.x, y: to.y + card.height / 2 }
  const bend = Math.max(40, Math.abs(end.x - start.x) / 2)
  return `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`
}
