/** `Enterprise sales` → `enterprise-sales`. */
export const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'process'

/** Into the person's downloads: works offline and when nothing can be saved. */
export function saveFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // The download has its own reference by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
