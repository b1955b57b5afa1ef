/**
 * Which rows of a long table are in the page: those in view, some around them, and the one that has focus, so that
 * focus is never lost by scrolling. Short tables are whole. Rows are equally high but for a few, which evens out.
 */
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'

/** Up to here a table is whole: it can be searched in the page and printed. */
const whole = 80
const around = 16

export interface RowGap {
  /** Index of the first row that is left out. */
  readonly at: number
  readonly height: number
}

export interface RowWindow {
  /** Rows and gaps from top to bottom. */
  readonly parts: readonly (number | RowGap)[]
  readonly windowed: boolean
}

export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  { count, kept, cards }: { readonly count: number; readonly kept: number; readonly cards: boolean },
): RowWindow {
  const windowed = count > whole && !cards
  const [view, setView] = useState({ from: 0, to: 60, rowHeight: 40 })
  useLayoutEffect(() => {
    const box = scroller.current
    if (!windowed || !box) return
    let frame = 0
    const measure = () => {
      frame = 0
      const rowHeight = box.querySelector<HTMLElement>('tbody tr[data-row]')?.offsetHeight || 40
      const first = Math.floor(box.scrollTop / rowHeight)
      const from = Math.max(0, Math.floor(first / 8) * 8 - around)
      const to = Math.ceil((first + box.clientHeight / rowHeight) / 8) * 8 + around
      setView((had) =>
        had.from === from && had.to === to && had.rowHeight === rowHeight ? had : { from, to, rowHeight },
      )
    }
    const later = () => {
      frame ||= requestAnimationFrame(measure)
    }
    measure()
    const resized = new ResizeObserver(later)
    resized.observe(box)
    box.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      resized.disconnect()
      box.removeEventListener('scroll', later)
    }
  }, [scroller, windowed])
  return useMemo(
    () => ({ windowed, parts: windowed ? partsOf(count, view, kept) : [...Array(count).keys()] }),
    [windowed, count, view, kept],
  )
}

/** The rows of the view and the kept one, with gaps in place of all others. */
export function partsOf(
  count: number,
  view: { readonly from: number; readonly to: number; readonly rowHeight: number },
  kept: number,
): (number | RowGap)[] {
  const from = Math.min(view.from, Math.max(0, count - around))
  const indexes = Array.from({ length: Math.min(count, view.to) - from }, (_, index) => from + index)
  if (kept >= 0 && kept < from) indexes.unshift(kept)
  else if (kept >= view.to && kept < count) indexes.push(kept)
  const parts: (number | RowGap)[] = []
  let next = 0
  const skipTo = (index: number) => {
    if (index > next) parts.push({ at: next, height: (index - next) * view.rowHeight })
    next = index + 1
  }
  for (const index of indexes) {
    skipTo(index)
    parts.push(index)
  }
  skipTo(count)
  return parts
}
