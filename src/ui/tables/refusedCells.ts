/** What was typed into cells and refused: it stands in the cell alone, so whoever leaves the table has to ask. */
import { createContext } from 'react'
import type { FormError } from '../forms/ErrorSummary.tsx'

export interface CellDraft {
  readonly text: string
  /** The value that was being changed: where it is another by now, the draft is stale. */
  readonly of: string
  readonly refusal: string | null
}

/** Refused texts of cells that come and go, by their `keepAs`: back on the screen, a cell holds what it held. */
export type RefusedTexts = Map<string, CellDraft>
export const RefusedTextsContext = createContext<{
  readonly texts: RefusedTexts
  /** Called after each change, for whoever keeps them longer than the page. */
  readonly onChange: () => void
} | null>(null)

/** The cells within that hold a refused text, each with its reason; in the order in which they are read. */
export function refusedCells(within: ParentNode): FormError[] {
  return [...within.querySelectorAll('[data-cell][aria-invalid="true"]')].map((cell) => {
    const reason = document.getElementById(cell.getAttribute('aria-describedby') ?? '')
    return { field: cell.id, message: `${cell.getAttribute('aria-label')}: ${reason?.textContent}` }
  })
}
