/**
 * How wide text will be, without a screen to measure on: good to a few percent for the sans-serif faces that systems
 * ship, and rather too wide than too narrow, so that nothing runs out of its card.
 */

/** Shares of the font size, for a semibold face. */
function shareOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x1100 && (code <= 0x115f || code >= 0x2e80)) return code >= 0xfb00 && code <= 0xfdff ? 0.6 : 1
  if (/[\p{M}\u200b-\u200f]/u.test(character)) return 0
  if (/[ilj.,'’|!:;I[\]()]/.test(character)) return 0.32
  if (/[ ftr/-]/.test(character)) return 0.38
  if (/[mwMW@%—]/.test(character)) return 0.9
  if (/[\p{Lu}&#]/u.test(character)) return 0.72
  return 0.6
}

/** Width in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let shares = 0
  for (const character of text) shares += shareOf(character)
  return shares * fontSize
}

/** The text, shortened with "…" where it is wider. */
export function fitted(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text
  const room = width - textWidth('…', fontSize)
  let shortened = ''
  let used = 0
  for (const character of text) {
    used += shareOf(character) * fontSize
    if (used > room) break
    shortened += character
  }
  return `${shortened.trimEnd()}…`
}

/** Broken at blanks, and inside words that are wider than a line; the last line is shortened where there is more. */
export function wrapped(text: string, fontSize: number, width: number, mostLines: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = text.split(/\s+/).filter((word) => word !== '')
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, fontSize) > width) {
      if (lines.length === mostLines - 1)
        return [...lines, fitted([line, ...words.slice(index)].join(' '), fontSize, width)]
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, fitted(line, fontSize, width)]
}
