/** A small picture of stages and transitions with one place marked as “now”. Plain SVG, fed with plain data. */
import { useEffect, useRef } from 'react'
import { GraphShapes, type ToneNode } from './GraphShapes.tsx'
import styles from './miniGraph.module.css'
import { type MiniEdge, measured, nodeSize } from './miniGraph.ts'

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
  const { left, top, width, height, places } = measured(nodes)
  const frame = useRef<HTMLDivElement>(null)
  const place = current === null ? undefined : places.get(current)
  useEffect(() => {
    const box = frame.current
    if (!box || !place) return
    const scale = box.scrollWidth / width
    box.scrollLeft = (place.x - left + nodeSize.width / 2) * scale - box.clientWidth / 2
  }, [place, left, width])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls, and scrolling works by keys as well
    <div ref={frame} dir="ltr" className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      <svg
        className={styles.graph}
        viewBox={`${left} ${top} ${width} ${height}`}
        style={{ minWidth: width * 0.46, maxWidth: width * 0.8 }}
        aria-hidden
      >
        <GraphShapes {...{ nodes, edges, places, current, visited }} names />
      </svg>
    </div>
  )
}
