/**
 * Cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes around what holds
 * either (RFC 4180 with a tab). Text without a tab is read as CSV where each line has the same comma or semicolon.
 */

/** Rows of cells; blank lines at the end are no rows. Every row has as many cells as the longest. */
export function readSheet(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  rows.at(-1)?.push(cell)
  while (rows.length > 0 && rows.at(-1)?.every((one) => one.trim() === '')) rows.pop()
  const width = Math.max(0, ...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

/** The rows with tabs between their cells; what a spreadsheet would read as a formula stays text. */
export function writeSheet(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=@]/.test(text) ? `'${text}` : text
    return /["\t\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map((row) => row.map(cell).join('\t')).join('\n')
}

function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t'
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const separated = [';', ','].find((sign) => lines.length > 1 && lines.every((line) => line.includes(sign)))
  return separated ?? '\t'
}
