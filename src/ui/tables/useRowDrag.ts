/** Dragging a row by its handle to another place. */
import type { PointerEvent } from 'react'
import { useGripDrag } from '../lists/useGripDrag.ts'

export interface RowDrag {
  readonly id: string
  /** The row that the dragged one would stand before or after; null where nothing would change. */
  readonly target: string | null
  readonly side: 'before' | 'after'
}

export function useRowDrag(onDrop: (drag: RowDrag & { readonly target: string }) => void) {
  const { drag, start } = useGripDrag<RowDrag>()
  return {
    drag,
    start: (id: string, event: PointerEvent<HTMLElement>) => {
      const body = event.currentTarget.closest('tbody')
      if (event.button !== 0 || !body) return
      start(event, {
        first: { id, target: null, side: 'before' },
        moved: ({ clientY }, drag) => {
          const { target, side } = rowAt(body, clientY, id)
          return target === drag.target && side === drag.side ? drag : { id, target, side }
        },
        dropped: (drag) => {
          const { target } = drag
          if (target !== null) onDrop({ ...drag, target })
        },
        scroller: body.closest<HTMLElement>('[data-scroller]'),
        edge: 48,
      })
    },
  }
}

/** The row under the pointer and the half of it; a row's own place is no target. */
function rowAt(body: HTMLElement, y: number, dragged: string): Pick<RowDrag, 'target' | 'side'> {
  const rows = [...body.querySelectorAll<HTMLElement>('tr[data-row]')]
  const row = rows.find((one) => y <= one.getBoundingClientRect().bottom) ?? rows.at(-1)
  const target = row?.dataset.row
  if (!row || target === undefined || target === dragged) return { target: null, side: 'before' }
  const box = row.getBoundingClientRect()
  const side = y < box.top + box.height / 2 ? 'before' : 'after'
  const beside = side === 'before' ? row.previousElementSibling : row.nextElementSibling
  const own = beside instanceof HTMLElement && beside.dataset.row === dragged
  return own ? { target: null, side } : { target, side }
}
