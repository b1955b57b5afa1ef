/** The list with one item at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.toSpliced(from, 1)
  const [item] = items.slice(from, from + 1)
  return item === undefined ? rest : rest.toSpliced(to, 0, item)
}
