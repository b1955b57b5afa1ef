/** A small picture of stages and transitions with one place marked as “now”. Plain SVG, fed with plain data. */
import { useEffect, useRef } from 'react'
import type { StageTone } from '../theme/tokens.ts'
import styles from './miniGraph.module.css'
import { linesOf, type MiniEdge, type MiniNode, measured, nodeSize, pathOf } from './miniGraph.ts'

export type { MiniEdge } from './miniGraph.ts'

interface MiniGraphProps {
  readonly nodes: readonly (MiniNode & { readonly tone: StageTone })[]
  readonly edges: readonly MiniEdge[]
  /** What the picture shows, as a sentence: readers get this instead of shapes. */
  readonly label: string
  readonly current: string | null
  readonly visited: ReadonlySet<string>
}

/** What matters more lies on top. */
const weight = { plain: 0, closed: 1, walked: 2, open: 3 } as const
const byWeight = (a: MiniEdge, b: MiniEdge) => weight[a.state] - weight[b.state]

export function MiniGraph({ nodes, edges, label, current, visited }: MiniGraphProps) {
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
    <div ref={frame} className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      <svg
        className={styles.graph}
        viewBox={`${left} ${top} ${width} ${height}`}
        style={{ minWidth: width * 0.46, maxWidth: width * 0.8 }}
        aria-hidden
      >
        {[...edges].sort(byWeight).map(({ id, from, to, state }) => {
          const [start, end] = [places.get(from), places.get(to)]
          return start && end ? (
            <path key={id} className={styles.edge} data-state={state} d={pathOf(start, end)} />
          ) : null
        })}
        {nodes.map(({ id, name, tone }) => {
          const at = places.get(id)
          if (!at) return null
          const lines = linesOf(name)
          return (
            <g
              key={id}
              className={styles.node}
              data-tone={tone}
              data-current={id === current || undefined}
              data-visited={visited.has(id) || undefined}
              transform={`translate(${at.x} ${at.y})`}
            >
              <rect width={nodeSize.width} height={nodeSize.height} rx="12" />
              <rect className={styles.bar} x="12" y="16" width="8" height={nodeSize.height - 32} rx="4" />
              {lines.map((text, index) => (
                <text key={text} x="34" y={nodeSize.height / 2 + (index - (lines.length - 1) / 2) * 27 + 8}>
                  {text}
                </text>
              ))}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
