/** What was typed into cells and refused: it stands in the cell alone, so whoever leaves the table has to ask. */
import type { FormError } from '../forms/ErrorSummary.tsx'

/** The cells within that hold a refused text, each with its reason; in the order in which they are read. */
export function refusedCells(within: ParentNode): FormError[] {
  return [...within.querySelectorAll('[data-cell][aria-invalid="true"]')].map((cell) => {
    const reason = document.getElementById(cell.getAttribute('aria-describedby') ?? '')
    return { field: cell.id, message: `${cell.getAttribute('aria-label')}: ${reason?.textContent}` }
  })
}
