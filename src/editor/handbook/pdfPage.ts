/** Writing down a page of a tagged PDF: every mark is either told in the structure or left out of it as decoration. */
import type { Picture } from '../../interchange/picture/processToSvg.ts'
import { drawPicture } from './pdfPicture.ts'

export interface LineStyle {
  readonly size: number
  readonly font?: 'regular' | 'bold'
  readonly color?: string
  readonly before?: number
  readonly after?: number
  /** Begins a new page where less than this is left below. */
  readonly keep?: number
}

export const ink = '#1d2129'
const rule = '#d9dde4'

export class PdfPage {
  readonly pdf: PDFKit.PDFDocument
  readonly root: PDFKit.PDFStructureElement
  #outline: PDFKit.PDFOutline | null = null

  constructor(pdf: PDFKit.PDFDocument) {
    this.pdf = pdf
    this.root = pdf.struct('Document')
    pdf.addStructure(this.root)
  }

  get left(): number {
    return this.pdf.page.margins.left
  }
  get width(): number {
    return this.pdf.page.width - this.left - this.pdf.page.margins.right
  }
  get bottom(): number {
    return this.pdf.page.height - this.pdf.page.margins.bottom
  }

  /** A new page, unless nothing stands on this one yet. */
  fresh(): void {
    if (this.pdf.y > this.pdf.page.margins.top + 1) this.pdf.addPage()
  }

  /** True where a new page was begun. */
  keep(height: number): boolean {
    if (this.pdf.y + height <= this.bottom) return false
    this.pdf.addPage()
    return true
  }

  style({ size, font = 'regular', color = ink }: LineStyle): PDFKit.PDFDocument {
    return this.pdf.font(font).fontSize(size).fillColor(color)
  }

  line(tag: string, words: string, style: LineStyle): void {
    const { pdf, left, width } = this
    this.keep(style.keep ?? style.size * 1.5)
    pdf.y += style.before ?? 0
    this.root.add(
      pdf.struct(tag, {}, () => {
        this.style(style).text(words, left, pdf.y, { width, lineGap: style.size * 0.25 })
      }),
    )
    pdf.y += style.after ?? 0
  }

  /** A chapter's heading, with its bookmark and a line below. */
  chapter(title: string): void {
    const { pdf } = this
    this.keep(140)
    const before = pdf.y > pdf.page.margins.top + 1 ? 20 : 0
    this.line('H2', title, { size: 18, font: 'bold', before, after: 4 })
    this.#outline = pdf.outline.addItem(title)
    this.decoration(() => {
      pdf
        .moveTo(this.left, pdf.y)
        .lineTo(this.left + this.width, pdf.y)
        .lineWidth(1)
        .stroke(ink)
    })
    pdf.y += 10
  }

  part(title: string): void {
    this.line('H3', title, { size: 13, font: 'bold', before: 12, after: 5, keep: 110 })
    ;(this.#outline ?? this.pdf.outline).addItem(title)
  }

  /** `mark` is what stands before an item; null draws an empty box to tick. */
  list(items: readonly string[], mark: (index: number) => string | null): void {
    const { pdf, left, width } = this
    const style: LineStyle = { size: 10 }
    const list = pdf.struct('L')
    this.root.add(list)
    for (const [index, item] of items.entries()) {
      this.keep(16)
      const top = pdf.y
      const sign = mark(index)
      if (sign === null)
        this.decoration(() => {
          pdf
            .roundedRect(left + 1, top + 1.5, 8, 8, 1.5)
            .lineWidth(0.8)
            .stroke('#5b6472')
        })
      const element = pdf.struct('LI')
      list.add(element)
      if (sign !== null)
        element.add(
          pdf.struct('Lbl', {}, () => {
            this.style(style).text(sign, left, top, { width: 20, lineBreak: false })
          }),
        )
      element.add(
        pdf.struct('LBody', {}, () => {
          this.style(style).text(item, left + 20, top, { width: width - 20, lineGap: 2.5 })
        }),
      )
      element.end()
      pdf.y += 2
    }
    list.end()
    pdf.x = left
    pdf.y += 4
  }

  /** A picture as large as the page allows, with what it shows in words. */
  picture(picture: Picture, words: string): void {
    const { pdf, left, width } = this
    // At least as large as a third of the page lets it be.
    this.keep(Math.min((picture.height * width) / picture.width, 260) + 40)
    const top = pdf.y
    const scale = Math.min(width / picture.width, (this.bottom - top - 40) / picture.height, 0.75)
    this.root.add(pdf.struct('Figure', { alt: words }, () => drawPicture(pdf, picture, { left, top, scale })))
    pdf.x = left
    pdf.y = top + picture.height * scale + 8
  }

  /** Lines and boxes that say nothing. */
  decoration(draw: () => void): void {
    this.pdf.markContent('Artifact')
    draw()
    this.pdf.endMarkedContent()
  }

  hairline(y: number): void {
    this.decoration(() => {
      this.pdf
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .lineWidth(0.6)
        .stroke(rule)
    })
  }
}
