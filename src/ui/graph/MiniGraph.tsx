/** A small picture of stages and transitions with one place marked as “now”. Plain SVG, fed with plain data. */
import { useMemo } from 'react'
import { GraphFrame } from './GraphFrame.tsx'
import { GraphShapes, type ToneNode } from './GraphShapes.tsx'
import { type MiniEdge, measured } from './miniGraph.ts'

export type { MiniEdge } from './miniGraph.ts'

interface MiniGraphProps {
  readonly nodes: readonly ToneNode[]
  readonly edges: readonly MiniEdge[]
  /** What the picture shows, as a sentence: readers get this instead of shapes. */
  readonly label: string
  readonly current?: string | null
  readonly visited?: ReadonlySet<string>
}

const nowhere: ReadonlySet<string> = new Set()

export function MiniGraph({ nodes, edges, label, current = null, visited = nowhere }: MiniGraphProps) {
  const size = useMemo(() => measured(nodes), [nodes])
  const { places } = size
  const middle = current === null ? undefined : places.get(current)
  return (
    <GraphFrame label={label} size={size} shrink={{ least: 0.46, most: 0.8 }} middle={middle}>
      <GraphShapes {...{ nodes, edges, places, current, visited }} names />
    </GraphFrame>
  )
}
