/** Reads CSV as spreadsheets write it: comma, semicolon or tab, with or without quotes, any ends of lines. */
import { plainText } from './write.ts'

export interface CsvRow {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** @throws Error in one sentence where a quote does not end, or stands where none may. */
export function readCsv(text: string): readonly CsvRow[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let begin = 1
  const endRow = () => {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begin, cells })
    cells = []
  }
  for (let at = 0; at <= source.length; ) {
    let cell = ''
    if (source[at] === '"') {
      const quote = quotedCell(source, at, line)
      cell = quote.cell
      line += cell.split('\n').length - 1
      at = quote.next
    } else {
      const end = nextOf(source, at, separator)
      cell = source.slice(at, end)
      at = end
    }
    cells.push(plainText(cell))
    if (source[at] === separator) {
      at += 1
      continue
    }
    endRow()
    if (at >= source.length) break
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1
    line += 1
    begin = line
  }
  return rows
}

function quotedCell(source: string, from: number, line: number): { cell: string; next: number } {
  let cell = ''
  for (let at = from + 1; at < source.length; ) {
    const end = source.indexOf('"', at)
    if (end < 0) break
    cell += source.slice(at, end)
    if (source[end + 1] !== '"') return { cell, next: end + 1 }
    cell += '"'
    at = end + 2
  }
  throw new Error(`The quote that begins in line ${line} does not end.`)
}

function nextOf(source: string, from: number, separator: string): number {
  for (let at = from; at < source.length; at += 1) {
    const letter = source[at]
    if (letter === separator || letter === '\n' || letter === '\r') return at
  }
  return source.length
}

/** Whichever the first line has most of. */
function separatorOf(source: string): string {
  const [first = ''] = source.split(/\r?\n/, 1)
  const count = (letter: string) => first.split(letter).length
  return [',', ';', '\t'].reduce((best, letter) => (count(letter) > count(best) ? letter : best))
}
