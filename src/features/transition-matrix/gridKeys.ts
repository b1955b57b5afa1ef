/** Where the keys of the grid pattern lead. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Grid {
  readonly rows: number
  readonly columns: number
  readonly rtl: boolean
}

const page = 8

/** The place after a key; null for a key that does not walk. At an edge one stays. */
export function placeAfter(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: Place,
  { rows, columns, rtl }: Grid,
): Place | null {
  const within = (place: Place): Place => ({
    row: Math.max(0, Math.min(rows - 1, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  })
  const forward = rtl ? -1 : 1
  switch (key) {
    case 'ArrowRight':
      return within({ row, column: column + forward })
    case 'ArrowLeft':
      return within({ row, column: column - forward })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'PageDown':
      return within({ row: row + page, column })
    case 'PageUp':
      return within({ row: row - page, column })
    case 'Home':
      return within({ row: ctrlKey ? 0 : row, column: 0 })
    case 'End':
      return within({ row: ctrlKey ? rows - 1 : row, column: columns - 1 })
    default:
      return null
  }
}
