import { useMemo } from 'react'
import styles from './Miniature.module.css'
import { card, layMiniatureOut } from './miniatureLayout.ts'
import type { Outline } from './outline.ts'

/** A process at a glance: each stage a block of its colour, each transition a line. Decoration: the names stand beside it. */
export function Miniature({ outline }: { readonly outline: Outline }) {
  const { width, height, nodes, paths } = useMemo(() => layMiniatureOut(outline), [outline])
  // A single row fills the frame no higher than a card of four: blocks keep one size from process to process.
  const box = { width: Math.max(width, 900), height: Math.max(height, 320) }
  const view = `${(width - box.width) / 2} ${(height - box.height) / 2} ${box.width} ${box.height}`
  return (
    <svg className={styles.miniature} viewBox={view} aria-hidden="true">
      {paths.map((path, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
        <path key={index} d={path} vectorEffect="non-scaling-stroke" />
      ))}
      {nodes.map(({ id, tone, x, y }) => (
        <g key={id} data-tone={tone} transform={`translate(${x} ${y})`}>
          <rect width={card.width} height={card.height} rx="14" vectorEffect="non-scaling-stroke" />
          <rect className={styles.bar} width="12" height={card.height - 40} x="20" y="20" rx="6" />
          <rect className={styles.line} width="88" height="12" x="48" y="24" rx="6" />
          <rect className={styles.line} width="52" height="12" x="48" y="48" rx="6" />
        </g>
      ))}
    </svg>
  )
}
