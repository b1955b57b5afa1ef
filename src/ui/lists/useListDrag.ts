/** Dragging an item of a list by its grip to another place. One drop is one change; Escape leaves all as it was. */
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

export interface ListDrag {
  readonly from: number
  /** Where it would be dropped: its place in the list once it is there. */
  readonly to: number
}

const edge = 40

export function useListDrag(onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<ListDrag | null>(null)
  const ending = useRef<AbortController | null>(null)
  useEffect(() => () => ending.current?.abort(), [])

  /** For `onPointerDown` of the grip inside the item. */
  const start = (from: number, event: ReactPointerEvent<HTMLElement>) => {
    const list = event.currentTarget.closest<HTMLElement>('[data-reorder]')
    if (event.button !== 0 || !list) return
    event.preventDefault()
    const scroller = scrollerOf(list)
    const end = new AbortController()
    ending.current?.abort()
    ending.current = end
    let to = from
    const stop = () => {
      end.abort()
      setDrag(null)
    }
    setDrag({ from, to })
    const given = { signal: end.signal }
    addEventListener(
      'pointermove',
      ({ clientY }) => {
        const next = placeAt(list, clientY, from)
        if (next !== to) {
          to = next
          setDrag({ from, to })
        }
        const box = scroller?.getBoundingClientRect()
        if (!box) return
        if (clientY < box.top + edge) scroller?.scrollBy(0, -10)
        else if (clientY > box.bottom - edge) scroller?.scrollBy(0, 10)
      },
      given,
    )
    addEventListener(
      'pointerup',
      () => {
        stop()
        if (to !== from) onDrop(from, to)
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

function scrollerOf(list: HTMLElement): HTMLElement | null {
  for (let box = list.parentElement; box; box = box.parentElement)
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box
  return null
}

/** How many of the other items stand above the pointer. */
function placeAt(list: HTMLElement, y: number, from: number): number {
  return [...list.children].filter((item, index) => {
    if (index === from) return false
    const { top, height } = item.getBoundingClientRect()
    return top + height / 2 < y
  }).length
}
