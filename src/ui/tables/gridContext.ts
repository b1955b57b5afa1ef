import { createContext, use } from 'react'

/** Moves focus to a cell, wherever the row is scrolled to; without a column, to the row's name. */
export type FocusCell = (rowId: string, column?: string) => void

/** Present inside a table whose cells are walked by arrows. */
export const GridContext = createContext<FocusCell | null>(null)

export const useGridFocus = (): FocusCell | null => use(GridContext)
