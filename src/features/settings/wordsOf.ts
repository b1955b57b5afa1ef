/** A code of the contract as words: `post_sale` → `Post sale`. */
export function wordsOf(code: string): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
