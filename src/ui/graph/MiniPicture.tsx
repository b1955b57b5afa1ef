import { useMemo } from 'react'
import { GraphShapes, type ToneNode } from './GraphShapes.tsx'
import styles from './miniGraph.module.css'
import { type MiniEdge, measured } from './miniGraph.ts'

interface MiniPictureProps {
  readonly nodes: readonly ToneNode[]
  readonly edges: readonly MiniEdge[]
  /** Names in the cards: where the picture is large. */
  readonly names?: boolean
}

/** The smallest room a picture fills: cards keep one size from a process of three stages to one of seven. */
const smallest = { width: 1_080, height: 340 } as const

/** A graph at a glance, all of it, as large as its frame. Decoration: what it shows stands beside it in words. */
export function MiniPicture({ nodes, edges, names = false }: MiniPictureProps) {
  const { left, top, width, height, places } = useMemo(() => measured(nodes), [nodes])
  const box = {
    width: Math.max(width, smallest.width),
    height: Math.max(height, names ? 0 : smallest.height),
  }
  const view = `${left + (width - box.width) / 2} ${top + (height - box.height) / 2} ${box.width} ${box.height}`
  return (
    <svg className={styles.picture} viewBox={view} aria-hidden="true">
      <GraphShapes {...{ nodes, edges, places, names }} />
    </svg>
  )
}
