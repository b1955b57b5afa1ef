/** Dragging an item of a list by its grip to another place. */
import type { PointerEvent } from 'react'
import { useGripDrag } from './useGripDrag.ts'

export interface ListDrag {
  readonly from: number
  /** Where it would be dropped: its place in the list once it is there. */
  readonly to: number
}

export function useListDrag(onDrop: (from: number, to: number) => void) {
  const { drag, start } = useGripDrag<ListDrag>()
  return {
    drag,
    /** For `onPointerDown` of the grip inside the item. */
    start: (from: number, event: PointerEvent<HTMLElement>) => {
      const list = event.currentTarget.closest<HTMLElement>('[data-reorder]')
      if (event.button !== 0 || !list) return
      start(event, {
        first: { from, to: from },
        moved: ({ clientY }, drag) => {
          const to = placeAt(list, clientY, from)
          return to === drag.to ? drag : { from, to }
        },
        dropped: ({ to }) => {
          if (to !== from) onDrop(from, to)
        },
        scroller: scrollerOf(list),
        edge: 40,
      })
    },
  }
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
