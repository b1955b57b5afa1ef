import { useEffect, useState } from 'react'
import type { Box } from './placeCard.ts'

const boxOf = (name: string): Box | null => {
  const element = document.querySelector(`[data-tour="${name}"]`)
  const box = element?.getBoundingClientRect()
  return box && box.width > 0 && box.height > 0
    ? { left: box.left, top: box.top, width: box.width, height: box.height }
    : null
}

const same = (a: Box | null, b: Box | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.left === b.left &&
    a.top === b.top &&
    a.width === b.width &&
    a.height === b.height)

/** Where the part of the page called `name` is now; null where it is not on the screen. */
export function useAnchor(name: string): Box | null {
  const [box, setBox] = useState<Box | null>(() => boxOf(name))
  useEffect(() => {
    const look = () =>
      setBox((before) => {
        const now = boxOf(name)
        return same(before, now) ? before : now
      })
    look()
    // Parts open, close and load while the tour stands beside them.
    const sizes = new ResizeObserver(look)
    const parts = new MutationObserver(look)
    sizes.observe(document.body)
    const element = document.querySelector(`[data-tour="${name}"]`)
    if (element) sizes.observe(element)
    const main = document.querySelector('main')
    if (main) parts.observe(main, { childList: true, subtree: false })
    addEventListener('resize', look)
    document.addEventListener('scroll', look, { capture: true, passive: true })
    return () => {
      sizes.disconnect()
      parts.disconnect()
      removeEventListener('resize', look)
      document.removeEventListener('scroll', look, { capture: true })
    }
  }, [name])
  return box
}
