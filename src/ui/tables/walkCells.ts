/**
 * Walking a native table by arrows, beside Tab and not instead of it: what a key asks for, and which control of a
 * cell takes focus. A field that is being edited keeps its keys.
 */

export interface CellStep {
  /** Rows down; the ends of the table as infinities. */
  readonly rows: number
  /** Cells forward; the ends of the row as infinities. */
  readonly cells: number
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

const page = 12

/** Null for a key that does not walk. */
export function stepOf(press: Press, rtl: boolean): CellStep | null {
  if (press.altKey || press.metaKey || press.shiftKey) return null
  const far = Number.POSITIVE_INFINITY
  const forward = rtl ? -1 : 1
  if (press.ctrlKey)
    return press.key === 'Home'
      ? { rows: -far, cells: -far }
      : press.key === 'End'
        ? { rows: far, cells: far }
        : null
  switch (press.key) {
    case 'ArrowDown':
      return { rows: 1, cells: 0 }
    case 'ArrowUp':
      return { rows: -1, cells: 0 }
    case 'PageDown':
      return { rows: page, cells: 0 }
    case 'PageUp':
      return { rows: -page, cells: 0 }
    case 'ArrowRight':
      return { rows: 0, cells: forward }
    case 'ArrowLeft':
      return { rows: 0, cells: -forward }
    case 'Home':
      return { rows: 0, cells: -far }
    case 'End':
      return { rows: 0, cells: far }
    default:
      return null
  }
}

const controls = 'input, select, textarea, button, a[href]'

/** What takes focus in a cell: its first control, or the cell itself, which is read then. */
export function focusIn(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>(controls) ?? cell
}

/** The control or cell some steps along the row; the last one where there are not so many. */
export function alongRow(from: HTMLElement, cells: number): HTMLElement {
  const row = from.closest('tr')
  if (!row) return from
  const stops = [...row.querySelectorAll<HTMLElement>('[data-column]')].flatMap((cell) => {
    const all = [...cell.querySelectorAll<HTMLElement>(controls)]
    return all.length > 0 ? all : [cell]
  })
  const at = stops.indexOf(from)
  const to = Math.max(0, Math.min(stops.length - 1, Math.max(at, 0) + cells))
  return stops[to] ?? from
}
