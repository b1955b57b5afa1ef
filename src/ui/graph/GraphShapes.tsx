import type { StageTone } from '../theme/tokens.ts'
import styles from './miniGraph.module.css'
import { linesOf, type MiniEdge, type MiniNode, type measured, nodeSize, pathOf } from './miniGraph.ts'

export type ToneNode = MiniNode & { readonly tone: StageTone }

interface GraphShapesProps {
  readonly nodes: readonly ToneNode[]
  readonly edges: readonly MiniEdge[]
  readonly places: ReturnType<typeof measured>['places']
  /** False where names would be too small to read: cards of lines then. */
  readonly names: boolean
  readonly current?: string | null
  readonly visited?: ReadonlySet<string>
}

/** What matters more lies on top. */
const weight = { plain: 0, closed: 1, walked: 2, open: 3 } as const
const byWeight = (a: MiniEdge, b: MiniEdge) => weight[a.state] - weight[b.state]

/** The cards and lines of a small picture, to stand inside an svg. */
export function GraphShapes({ nodes, edges, places, names, current = null, visited }: GraphShapesProps) {
  return (
    <>
      {[...edges].sort(byWeight).map(({ id, from, to, state }) => {
        const [start, end] = [places.get(from), places.get(to)]
        return start && end ? (
          <path key={id} className={styles.edge} data-state={state} d={pathOf(start, end)} />
        ) : null
      })}
      {nodes.map(({ id, name, tone }) => {
        const at = places.get(id)
        if (!at) return null
        const lines = names ? linesOf(name) : []
        return (
          <g
            key={id}
            className={styles.node}
            data-tone={tone}
            data-shape={!names || undefined}
            data-current={id === current || undefined}
            data-visited={visited?.has(id) || undefined}
            transform={`translate(${at.x} ${at.y})`}
          >
            <rect width={nodeSize.width} height={nodeSize.height} rx="12" />
            <rect className={styles.bar} x="12" y="16" width="8" height={nodeSize.height - 32} rx="4" />
            {names ? (
              lines.map((text, index) => (
                <text key={text} x="34" y={nodeSize.height / 2 + (index - (lines.length - 1) / 2) * 27 + 8}>
                  {text}
                </text>
              ))
            ) : (
              <>
                <rect className={styles.line} width="104" height="13" x="44" y="26" rx="6" />
                <rect className={styles.line} width="64" height="13" x="44" y="53" rx="6" />
              </>
            )}
          </g>
        )
      })}
    </>
  )
}
