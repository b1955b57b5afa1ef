/** New orders of all stages, for `reorderStages`. */

/** The order with a stage one place earlier or later; null where it cannot go there. */
export function shifted(order: readonly string[], id: string, by: 1 | -1): string[] | null {
  const from = order.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return null
  return placed(order, id, to)
}

/** The order with a stage at a place, counted from 0 in the new order. */
export function placed(order: readonly string[], id: string, place: number): string[] {
  const others = order.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}
