/**
 * Marks the row and the column of the cell that is pointed at or has focus. Two boxes are moved by hand: at a hundred
 * by a hundred stages no cell may render for it.
 */
import { type RefObject, useMemo } from 'react'

export function useCrosshair(row: RefObject<HTMLElement | null>, column: RefObject<HTMLElement | null>) {
  return useMemo(() => {
    const show = (target: EventTarget | null) => {
      const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-place]') : null
      const table = cell?.closest('table')
      for (const box of [row.current, column.current]) if (box) box.hidden = !cell
      if (!cell || !table) return
      const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = cell
      Object.assign(row.current?.style ?? {}, {
        left: `${table.offsetLeft}px`,
        width: `${table.offsetWidth}px`,
        top: `${offsetTop}px`,
        height: `${offsetHeight}px`,
      })
      Object.assign(column.current?.style ?? {}, {
        top: '0',
        height: `${table.offsetHeight}px`,
        left: `${table.offsetLeft + offsetLeft}px`,
        width: `${offsetWidth}px`,
      })
    }
    return {
      onPointerOver: (event: { readonly target: EventTarget }) => show(event.target),
      onPointerLeave: () => show(document.activeElement),
      onFocus: (event: { readonly target: EventTarget }) => show(event.target),
      onBlur: () => show(null),
    }
  }, [row, column])
}
