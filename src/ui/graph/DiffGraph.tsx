/** Two states of a graph in one picture: what came, changed and went, by sign and line as well as by color. */
import { useMemo } from 'react'
import styles from './diffGraph.module.css'
import { GraphFrame } from './GraphFrame.tsx'
import { linesOf, type MiniNode, measured, nodeSize, pathOf } from './miniGraph.ts'

export type ChangeMark = 'same' | 'added' | 'changed' | 'removed'
export type DiffNode = MiniNode & { readonly mark: ChangeMark }
export interface DiffEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly mark: ChangeMark
}

interface DiffGraphProps {
  readonly nodes: readonly DiffNode[]
  readonly edges: readonly DiffEdge[]
  /** What the picture shows, as a sentence: readers get this instead of shapes. */
  readonly label: string
}

const signs = { same: '', added: '+', changed: '≠', removed: '−' } as const
/** What changed lies on top. */
const weight = { same: 0, removed: 1, changed: 2, added: 3 } as const

export function DiffGraph({ nodes, edges, label }: DiffGraphProps) {
  const size = useMemo(() => measured(nodes), [nodes])
  const { places } = size
  const first = nodes.find(({ mark }) => mark !== 'same')
  const middle = first && places.get(first.id)
  return (
    <GraphFrame label={label} size={size} shrink={{ least: 0.5, most: 0.75 }} middle={middle}>
      {[...edges]
        .sort((a, b) => weight[a.mark] - weight[b.mark])
        .map(({ id, from, to, mark }) => {
          const [start, end] = [places.get(from), places.get(to)]
          return start && end ? (
            <path key={id} className={styles.edge} data-mark={mark} d={pathOf(start, end)} />
          ) : null
        })}
      {nodes.map(({ id, name, mark }) => {
        const at = places.get(id)
        const lines = linesOf(name)
        return at ? (
          <g key={id} className={styles.node} data-mark={mark} transform={`translate(${at.x} ${at.y})`}>
            <rect width={nodeSize.width} height={nodeSize.height} rx="12" />
            {lines.map((text, index) => (
              <text key={text} x="18" y={nodeSize.height / 2 + (index - (lines.length - 1) / 2) * 27 + 8}>
                {text}
              </text>
            ))}
            {mark === 'same' ? null : (
              <g transform={`translate(${nodeSize.width - 6} 6)`}>
                <circle r="17" />
                <text className={styles.sign} y="9" textAnchor="middle">
                  {signs[mark]}
                </text>
              </g>
            )}
          </g>
        ) : null
      })}
    </GraphFrame>
  )
}
