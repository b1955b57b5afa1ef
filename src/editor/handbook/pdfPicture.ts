/** The picture of a process as lines and letters of a PDF: sharp at any size, its names can be found. */
import type { Picture, SvgElement } from '../../interchange/picture/processToSvg.ts'

/** Draws what a picture of ours holds, its corner at (`left`, `top`), `scale` points a pixel. */
export function drawPicture(
  pdf: PDFKit.PDFDocument,
  { root }: Picture,
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): void {
  const [x = 0, y = 0] = numbersOf(root.attributes.viewBox)
  pdf.save()
  pdf.translate(left, top).scale(scale).translate(-x, -y)
  drawAll(pdf, root)
  pdf.restore()
}

function drawAll(pdf: PDFKit.PDFDocument, { inside }: SvgElement): void {
  if (typeof inside !== 'string') for (const shape of inside) drawShape(pdf, shape)
}

function drawShape(pdf: PDFKit.PDFDocument, shape: SvgElement): void {
  const { tag, attributes } = shape
  const at = (name: string): number => Number(attributes[name] ?? 0)
  pdf.save()
  transform(pdf, attributes.transform)
  switch (tag) {
    case 'g':
      drawAll(pdf, shape)
      break
    case 'rect':
      pdf.roundedRect(at('x'), at('y'), at('width'), at('height'), at('rx'))
      paint(pdf, attributes)
      break
    case 'circle':
      pdf.circle(at('cx'), at('cy'), at('r'))
      paint(pdf, attributes)
      break
    case 'path':
      pdf.path(`${attributes.d}`)
      paint(pdf, attributes)
      if (attributes['marker-end'] !== undefined) arrow(pdf, numbersOf(attributes.d), `${attributes.stroke}`)
      break
    case 'text':
      letters(pdf, shape, at)
  }
  pdf.restore()
}

type Attributes = SvgElement['attributes']

function paint(pdf: PDFKit.PDFDocument, attributes: Attributes): void {
  const { fill, stroke } = attributes
  const filled = fill === undefined || fill === 'none' ? null : `${fill}`
  if (stroke === undefined) {
    if (filled) pdf.fill(filled)
    return
  }
  const [dash, space = dash] = numbersOf(attributes['stroke-dasharray'])
  pdf.lineWidth(Number(attributes['stroke-width'] ?? 1))
  if (dash !== undefined) pdf.dash(dash, { space: space ?? dash })
  if (filled) pdf.fillAndStroke(filled, `${stroke}`)
  else pdf.stroke(`${stroke}`)
}

/** At the end of a curve, pointing the way that the curve's last part runs. */
function arrow(pdf: PDFKit.PDFDocument, numbers: readonly number[], color: string): void {
  const [fromX = 0, fromY = 0, x = 0, y = 0] = numbers.slice(-4)
  pdf.translate(x, y).rotate((Math.atan2(y - fromY, x - fromX) * 180) / Math.PI)
  pdf.undash().path('M -8.75 -5 L 1.25 0 L -8.75 5 Z').fill(color)
}

function letters(pdf: PDFKit.PDFDocument, { attributes, inside }: SvgElement, at: (name: string) => number) {
  const words = typeof inside === 'string' ? inside : ''
  pdf.font(at('font-weight') >= 600 ? 'bold' : 'regular').fontSize(at('font-size'))
  const shift = attributes['text-anchor'] === 'middle' ? pdf.widthOfString(words) / 2 : 0
  pdf.fillColor(`${attributes.fill}`)
  pdf.text(words, at('x') - shift, at('y'), { lineBreak: false, baseline: 'alphabetic' })
}

function transform(pdf: PDFKit.PDFDocument, written: string | number | undefined): void {
  const [first = 0, x = 0, y = 0] = numbersOf(written)
  if (`${written}`.startsWith('translate')) pdf.translate(first, x)
  else if (`${written}`.startsWith('rotate')) pdf.rotate(first, { origin: [x, y] })
}

const numbersOf = (written: string | number | undefined): number[] =>
  (`${written ?? ''}`.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
