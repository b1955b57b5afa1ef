/**
 * The handbook as a tagged PDF: headings, lists, tables and the picture are what they are to whoever reads by ear, and
 * letters are embedded, so that text can be copied and found. Positions are in points, from the top left corner.
 */
import PDFDocument from 'pdfkit'
import { text } from '../../text/index.ts'
import type { Block, Handbook } from './blocks.ts'
import { PdfPage } from './pdfPage.ts'
import { drawTable } from './pdfTable.ts'

/** TrueType files. */
export interface HandbookFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

export function handbookPdf(
  handbook: Handbook,
  { fonts, now }: { readonly fonts: HandbookFonts; readonly now: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { language, title, kind, about, blocks } = handbook
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: { top: 62, bottom: 62, left: 54, right: 54 },
    // No font of the reader's own: what is embedded is what is seen.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: language,
    info: { Title: `${title} – ${kind}`, Creator: 'Stagecraft', CreationDate: new Date(now) },
  }
  // The accessible kind of PDF is known to the library, though not yet to its types.
  const pdf = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }))
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(joined(chunks)))
    pdf.on('error', reject)
  })
  pdf.registerFont('regular', fonts.regular)
  pdf.registerFont('bold', fonts.bold)
  const page = new PdfPage(pdf)

  pdf.y = 240
  page.line('P', kind, { size: 12, font: 'bold', color: quiet, after: 6 })
  page.line('H1', title, { size: 30, font: 'bold', after: 14 })
  for (const words of about) page.line('P', words, { size: 11, color: quiet, after: 2 })
  pdf.addPage()
  let begun = false
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      if (begun && block.page) page.fresh()
      begun = true
      page.chapter(block.text)
    } else draw(page, block)
  }
  numberPages(pdf, title)
  pdf.end()
  return written
}

const quiet = '#5b6472'

function draw(page: PdfPage, block: Block): void {
  switch (block.kind) {
    case 'heading':
      if (block.level === 3) page.part(block.text)
      else page.line('H4', block.text, { size: 10.5, font: 'bold', before: 8, after: 3, keep: 40 })
      return
    case 'text':
      page.line('P', block.text, { size: 10, after: 6 })
      return
    case 'list':
      page.list(block.items, (index) => (block.ordered ? `${index + 1}.` : '•'))
      return
    case 'checklist':
      page.list(block.items, () => null)
      return
    case 'facts':
      drawTable(page, { head: null, rows: block.facts })
      return
    case 'table':
      page.line('P', block.caption, { size: 9, color: quiet, after: 4, keep: 50 })
      drawTable(page, { head: block.head, rows: block.rows })
      return
    case 'picture':
      page.picture(block.picture, block.words)
      page.line('P', block.words, { size: 9, color: quiet, after: 6 })
  }
}

/** Name and number at the foot of every page but the first; no content to whoever reads by ear. */
function numberPages(pdf: PDFKit.PDFDocument, title: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = 1; index < count; index += 1) {
    pdf.switchToPage(start + index)
    const { left, right, bottom } = pdf.page.margins
    const width = pdf.page.width - left - right
    const y = pdf.page.height - 40
    // Text below the margin would begin a new page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact')
    pdf.font('regular').fontSize(8).fillColor(quiet)
    pdf.text(title, left, y, { width: width - 90, height: 12, ellipsis: true, lineBreak: true })
    const place = text('handbook', 'page', { number: index + 1, count })
    pdf.text(place, left + width - 90, y, { width: 90, align: 'right', lineBreak: false })
    pdf.endMarkedContent()
    pdf.page.margins.bottom = bottom
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** Letters of scripts that the font does not have, each once: they would be boxes. */
export function uncoveredLetters(handbook: Handbook): string[] {
  const uncovered =
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/gu
  return [
    ...new Set(JSON.stringify([handbook.title, handbook.about, handbook.blocks]).match(uncovered) ?? []),
  ]
}
