/** A table in a tagged PDF: rows stay whole, the head stands again on every page, cells know what they belong to. */
import type { LineStyle, PdfPage } from './pdfPage.ts'

interface PdfTable {
  /** Null: the first cell of each row names it, and nothing stands above. */
  readonly head: readonly string[] | null
  readonly rows: readonly (readonly string[])[]
}

const body: LineStyle = { size: 9 }
const named: LineStyle = { size: 9, font: 'bold' }
const above: LineStyle = { size: 8.5, font: 'bold', color: '#5b6472' }
const gap = 10
const padding = 4

export function drawTable(page: PdfPage, { head, rows }: PdfTable): void {
  const { pdf } = page
  const widths = widthsOf(page, head, rows)
  const table = pdf.struct('Table')
  page.root.add(table)
  if (head) {
    page.keep(heightOf(page, head, widths, () => above) + 30)
    row(page, table, head, widths, () => ({ style: above, scope: 'Column' }))
  }
  for (const cells of rows) {
    const height = heightOf(page, cells, widths, styleAt)
    if (page.keep(Math.min(height, page.bottom / 2)) && head) repeatHead(page, head, widths)
    row(page, table, cells, widths, (column) => ({
      style: styleAt(column),
      scope: column === 0 ? 'Row' : null,
    }))
  }
  table.end()
  pdf.x = page.left
  pdf.y += 8
}

const styleAt = (column: number): LineStyle => (column === 0 ? named : body)

function row(
  page: PdfPage,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  widths: readonly number[],
  cellAt: (column: number) => { readonly style: LineStyle; readonly scope: 'Column' | 'Row' | null },
): void {
  const { pdf } = page
  const top = pdf.y
  const height = heightOf(page, cells, widths, (column) => cellAt(column).style)
  const element = pdf.struct('TR')
  table.add(element)
  for (const [column, words] of cells.entries()) {
    const { style, scope } = cellAt(column)
    // `scope` is known to the library, though not to its types.
    const options: { title?: string; scope?: string } = scope === null ? {} : { scope }
    const cell = pdf.struct(scope === null ? 'TD' : 'TH', options)
    element.add(cell)
    cell.add(
      pdf.struct('P', {}, () => {
        page.style(style).text(words, leftOf(page, widths, column), top + padding, {
          width: (widths[column] ?? 0) - gap,
          lineGap: 1.5,
        })
      }),
    )
    cell.end()
  }
  element.end()
  pdf.y = top + height
  page.hairline(pdf.y)
}

/** On the next page the head is a reminder for the eye; the structure has it already. */
function repeatHead(page: PdfPage, head: readonly string[], widths: readonly number[]): void {
  const { pdf } = page
  const top = pdf.y
  page.decoration(() => {
    for (const [column, words] of head.entries())
      page.style(above).text(words, leftOf(page, widths, column), top + padding, {
        width: (widths[column] ?? 0) - gap,
        lineGap: 1.5,
      })
  })
  pdf.y = top + heightOf(page, head, widths, () => above)
  page.hairline(pdf.y)
}

const leftOf = (page: PdfPage, widths: readonly number[], column: number): number =>
  page.left + widths.slice(0, column).reduce((sum, width) => sum + width, 0)

function heightOf(
  page: PdfPage,
  cells: readonly string[],
  widths: readonly number[],
  styled: (column: number) => LineStyle,
): number {
  const heights = cells.map((words, column) =>
    page
      .style(styled(column))
      .heightOfString(words || ' ', { width: (widths[column] ?? 0) - gap, lineGap: 1.5 }),
  )
  return Math.max(...heights) + 2 * padding
}

/** By what stands in them: short columns get what they need, long ones share the rest. */
function widthsOf(page: PdfPage, head: readonly string[] | null, rows: PdfTable['rows']): number[] {
  if (!head) return [130, page.width - 130]
  const wanted = head.map((name, column) => {
    const texts = [name, ...rows.map((cells) => cells[column] ?? '')]
    return Math.min(260, Math.max(...texts.map((words) => page.style(named).widthOfString(words)))) + gap + 4
  })
  const sum = wanted.reduce((total, width) => total + width, 0)
  const fair = page.width / head.length
  if (sum <= page.width) return wanted.map((width) => (width * page.width) / sum)
  const spare = page.width - wanted.reduce((total, width) => total + Math.min(width, fair), 0)
  const long = wanted.reduce((total, width) => total + Math.max(0, width - fair), 0)
  return wanted.map((width) => Math.min(width, fair) + (Math.max(0, width - fair) / long) * spare)
}
