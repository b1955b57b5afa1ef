/** Dragging something by its grip. One drop is one change; Escape, or what the system takes away, leaves all as it was. */
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

interface Ways<Drag> {
  readonly first: Drag
  /** Where it would be dropped now; the same object while that is the same place. */
  readonly moved: (at: PointerEvent, drag: Drag) => Drag
  readonly dropped: (drag: Drag) => void
  /** Scrolls while the pointer is within so many pixels of its upper or lower edge. */
  readonly scroller?: HTMLElement | null | undefined
  readonly edge?: number
}

export function useGripDrag<Drag extends object>() {
  const [drag, setDrag] = useState<Drag | null>(null)
  const ending = useRef<AbortController | null>(null)
  useEffect(() => () => ending.current?.abort(), [])

  /** For `onPointerDown` of the grip. */
  const start = (
    event: ReactPointerEvent<HTMLElement>,
    { first, moved, dropped, scroller, edge = 0 }: Ways<Drag>,
  ) => {
    event.preventDefault()
    ending.current?.abort()
    const end = new AbortController()
    ending.current = end
    let current = first
    const stop = () => {
      end.abort()
      setDrag(null)
    }
    setDrag(first)
    const given = { signal: end.signal }
    addEventListener(
      'pointermove',
      (at) => {
        current = moved(at, current)
        setDrag(current)
        const box = scroller?.getBoundingClientRect()
        if (!box) return
        if (at.clientY < box.top + edge) scroller?.scrollBy(0, -edge / 4)
        else if (at.clientY > box.bottom - edge) scroller?.scrollBy(0, edge / 4)
      },
      given,
    )
    addEventListener(
      'pointerup',
      () => {
        stop()
        dropped(current)
      },
      given,
    )
    addEventListener('pointercancel', stop, given)
    addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        key.stopPropagation()
        stop()
      },
      { ...given, capture: true },
    )
  }
  return { drag, start }
}
