/**
 * Moves focus to the control of a column some rows further down (or up). Rows without one are passed over; at the
 * end of the table focus stays.
 */
export function focusCell(from: Element, column: string, by: 1 | -1): void {
  const step = (row: Element | null | undefined) =>
    by === 1 ? row?.nextElementSibling : row?.previousElementSibling
  for (let row = step(from.closest('tr')); row; row = step(row)) {
    const control = row.querySelector<HTMLElement>(`[data-cell="${column}"]`)
    if (!control) continue
    control.focus()
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return
  }
}
