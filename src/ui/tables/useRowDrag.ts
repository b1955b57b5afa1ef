/** Dragging a row by its handle to another place. One drop is one change; Escape leaves everything as it was. */
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

export interface RowDrag {
  readonly id: string
  /** The row that the dragged one would stand before or after; null where nothing would change. */
  readonly target: string | null
  readonly side: 'before' | 'after'
}

const edge = 48

export function useRowDrag(onDrop: (drag: RowDrag & { readonly target: string }) => void) {
  const [drag, setDrag] = useState<RowDrag | null>(null)
  const ending = useRef<AbortController | null>(null)
  useEffect(() => () => ending.current?.abort(), [])

  const start = (id: string, event: ReactPointerEvent<HTMLElement>) => {
    const body = event.currentTarget.closest('tbody')
    if (event.button !== 0 || !body) return
    event.preventDefault()
    const scroller = body.closest<HTMLElement>('[data-scroller]')
    const end = new AbortController()
    ending.current = end
    let current: RowDrag = { id, target: null, side: 'before' }
    const show = (next: RowDrag) => {
      if (next.target === current.target && next.side === current.side) return
      current = next
      setDrag(next)
    }
    const stop = () => {
      end.abort()
      setDrag(null)
    }
    setDrag(current)

    const given = { signal: end.signal }
    addEventListener(
      'pointermove',
      ({ clientY }) => {
        show({ id, ...rowAt(body, clientY, id) })
        const box = scroller?.getBoundingClientRect()
        if (!box) return
        if (clientY < box.top + edge) scroller?.scrollBy(0, -12)
        else if (clientY > box.bottom - edge) scroller?.scrollBy(0, 12)
      },
      given,
    )
    addEventListener(
      'pointerup',
      () => {
        stop()
        const { target } = current
        if (target !== null) onDrop({ ...current, target })
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
