/** Text for a terminal: columns that line up, colors only where somebody sees them. */
import type { Io } from './io.ts'

const codes = { red: 31, green: 32, yellow: 33, blue: 34, dim: 2, bold: 1 } as const
export type Tone = keyof typeof codes

/** Colors a text, or leaves it alone. */
export type Paint = (tone: Tone, text: string) => string

export const painter = ({ color }: Pick<Io, 'color'>): Paint =>
  color ? (tone, text) => `\u001b[${codes[tone]}m${text}\u001b[0m` : (_, text) => text

export interface Column {
  readonly align?: 'left' | 'right'
  readonly tone?: (cell: string) => Tone | null
}

/** Rows as lines, each column as wide as its widest cell; the last one is not padded. */
export function columns(
  rows: readonly (readonly string[])[],
  layout: readonly Column[],
  paint: Paint,
): string {
  const widths = layout.map((_, column) => Math.max(0, ...rows.map((row) => width(row[column] ?? ''))))
  return rows
    .map((row) => {
      const cells = layout.map(({ align, tone }, column) => {
        const cell = row[column] ?? ''
        const space = ' '.repeat((widths[column] ?? 0) - width(cell))
        const name = tone?.(cell) ?? null
        const painted = name ? paint(name, cell) : cell
        return align === 'right' ? space + painted : painted + space
      })
      return `  ${cells.join('  ')}`.trimEnd()
    })
    .map((line) => `${line}\n`)
    .join('')
}

/** Code points, so that accents and dashes count once. */
const width = (text: string): number => [...text].length

/** "1 error", "3 errors". */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
