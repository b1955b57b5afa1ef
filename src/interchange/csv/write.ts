/**
 * Rows as CSV (RFC 4180) that opens safely in a spreadsheet: a text that a spreadsheet would run as a formula gets an
 * apostrophe before it, and `readCsv` takes exactly that one away again.
 */

export type Cell = string | number | boolean | null

/** What a spreadsheet may take for a formula, or for a way out of its cell; our own apostrophes too, to be undone. */
const risky = /^'*[=+\-@\p{Cc}]/u

const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  return risky.test(cell) ? `'${cell}` : cell
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Header first, a line each, ended by CRLF. */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map((cell) => quoted(textOf(cell))).join(',')}\r\n`).join('')
}

/** The text that was written. */
export const plainText = (cell: string): string =>
  risky.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell
