import { type ReactNode, useEffect, useRef } from 'react'
import styles from './graphFrame.module.css'
import { type Measured, nodeSize } from './miniGraph.ts'

interface GraphFrameProps {
  /** What the picture shows, as a sentence: readers get this instead of shapes. */
  readonly label: string
  readonly size: Pick<Measured, 'left' | 'top' | 'width' | 'height'>
  /** Smallest and largest width on the screen, as parts of the drawn width. */
  readonly shrink: { readonly least: number; readonly most: number }
  /** Scrolled into the middle where the picture is wider than its room. */
  readonly middle: { readonly x: number } | undefined
  readonly children: ReactNode
}

/** A small picture with its sentence; a wide one scrolls. Drawn from left to right in every language. */
export function GraphFrame({ label, size, shrink, middle, children }: GraphFrameProps) {
  const { left, top, width, height } = size
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = frame.current
    if (!box || !middle) return
    const scale = box.scrollWidth / width
    box.scrollLeft = (middle.x - left + nodeSize.width / 2) * scale - box.clientWidth / 2
  }, [middle, left, width])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls, and scrolling works by keys as well
    <div ref={frame} dir="ltr" className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      <svg
        viewBox={`${left} ${top} ${width} ${height}`}
        style={{ minWidth: width * shrink.least, maxWidth: width * shrink.most }}
        aria-hidden
      >
        {children}
      </svg>
    </div>
  )
}
