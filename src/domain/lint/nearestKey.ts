/** The known key that somebody most probably meant: the same but for case and separators, or at most two letters off. */

const plain = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Null where nothing is near, or two keys are equally near. */
export function nearestKey(wanted: string, known: readonly string[]): string | null {
  const word = plain(wanted)
  const same = known.filter((key) => plain(key) === word)
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  const most = word.length > 5 ? 2 : 1
  let best: string | null = null
  let bestDistance = most + 1
  for (const key of known) {
    const distance = editDistance(word, plain(key), most)
    if (distance === bestDistance) best = null
    if (distance >= bestDistance) continue
    best = key
    bestDistance = distance
  }
  return best
}

/** All known names, the ones most like the wanted first; equally near ones in their order. */
export function byNearness(wanted: string, known: readonly string[]): string[] {
  const word = plain(wanted)
  const away = new Map(known.map((name) => [name, editDistance(word, plain(name), Number.MAX_SAFE_INTEGER)]))
  return [...known].sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0))
}

/** Insertions, deletions and replacements from one word to the other; `most + 1` where there are more than `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
