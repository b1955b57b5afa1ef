/** Puts words on the clipboard; false where the browser refuses, which some do outside a secure page. */
export async function copied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch (error) {
    console.warn('The clipboard refused.', error)
    return false
  }
}
