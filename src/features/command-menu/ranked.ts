/** Which of some named things fit what was typed, the best first. Pure. */

/**
 * Every typed word has to be found in the name: at the start of a word, inside one, or letter by letter in order, so
 * that "dupl", "stage add" and "lyot" find. What stands alike keeps its order. Nothing typed: all, as they come.
 */
export function ranked<Item>(items: readonly Item[], typed: string, nameOf: (item: Item) => string): Item[] {
  const words = plain(typed).split(' ').filter(Boolean)
  if (words.length === 0) return [...items]
  const whole = words.join(' ')
  return items
    .flatMap((item) => {
      const name = plain(nameOf(item))
      let score = name.startsWith(whole) ? 4 : 0
      for (const word of words) {
        const found = scoreOf(name, word)
        if (found === 0) return []
        score += found
      }
      return [{ item, score: score / words.length }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** From 0, not found, to 4, a word that begins with it. */
function scoreOf(name: string, word: string): number {
  if (name.startsWith(word) || name.includes(` ${word}`)) return 4
  if (name.includes(word)) return 3
  // Letter by letter, from the start of a word, and not all over the name.
  if (word.length < 3) return 0
  for (const part of name.split(' ')) {
    let at = 0
    for (const letter of part) if (letter === word[at]) at += 1
    if (at === word.length && part[0] === word[0]) return 1 + word.length / part.length
  }
  return 0
}

/** Without case, accents and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .replaceAll(/[^\p{L}\p{N}+?/]+/gu, ' ')
    .trim()
