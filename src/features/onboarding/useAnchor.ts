import { useEffect, useState } from 'react'
import type { Box } from './placeCard.ts'

export interface Anchor {
  readonly part: string
  readonly box: Box
}

/** The first of the parts that is in the window. */
export function anchorOf(parts: readonly string[]): Anchor | null {
  for (const part of parts)
    for (const element of document.querySelectorAll(`[data-tour="${part}"]`)) {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
      const shown =
        width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
      if (shown) return { part, box: { left, top, width, height } }
    }
  return null
}

const same = (a: Anchor | null, b: Anchor | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.part === b.part &&
    a.box.left === b.box.left &&
    a.box.top === b.box.top &&
    a.box.width === b.box.width &&
    a.box.height === b.box.height)

/** Which of the parts of the page is in the window now, and where: the first that is; null where none is. */
export function useAnchor(parts: readonly string[]): Anchor | null {
  const [anchor, setAnchor] = useState<Anchor | null>(() => anchorOf(parts))
  useEffect(() => {
    const look = () =>
      setAnchor((before) => {
        const now = anchorOf(parts)
        return same(before, now) ? before : now
      })
    look()
    // Parts open, close and load while the tour stands beside them.
    const sizes = new ResizeObserver(look)
    const changes = new MutationObserver(look)
    sizes.observe(document.body)
    for (const part of parts) {
      const element = document.querySelector(`[data-tour="${part}"]`)
      if (element) sizes.observe(element)
    }
    const main = document.querySelector('main')
    if (main) changes.observe(main, { childList: true, subtree: false })
    addEventListener('resize', look)
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      sizes.disconnect()
      changes.disconnect()
      removeEventListener('resize', look)
      document.removeEventListener('scroll', look, { capture: true })
    }
  }, [parts])
  return anchor
}
