/** Which commands fit what was typed. Pure. */

/** Every word typed begins a word of the label, or stands in it; those that begin with the text come first. */
export function findByWords<Item>(
  items: readonly Item[],
  typed: string,
  labelOf: (item: Item) => string,
): Item[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...items]
  const whole = words.join(' ')
  return items
    .map((item) => ({ item, label: labelOf(item).toLocaleLowerCase() }))
    .filter(({ label }) => words.every((word) => label.includes(word)))
    .sort((a, b) => Number(b.label.startsWith(whole)) - Number(a.label.startsWith(whole)))
    .map(({ item }) => item)
}
