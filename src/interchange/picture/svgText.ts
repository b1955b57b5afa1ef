/** Text into SVG: whatever people write as a name stays text, and the file stays well-formed. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that XML 1.0 cannot hold at all are left out; half surrogate pairs become "�". */
export const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)

/** A shape as it stands in the file; whoever draws elsewhere (a PDF) walks the same shapes. */
export interface SvgElement {
  readonly tag: string
  /** Numbers are rounded to hundredths, so files stay small and compare well. */
  readonly attributes: Readonly<Record<string, string | number>>
  /** Plain text, or what is inside. */
  readonly inside: string | readonly SvgElement[]
}

export const element = (
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inside: SvgElement['inside'] = [],
): SvgElement => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? round(value) : value]],
    ),
  ),
  inside,
})

/** `<tag a="1" b="x">inside</tag>`, the outermost's children a line each. */
export function svgOf({ tag, attributes, inside }: SvgElement, between = '\n'): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(`${value}`)}"`)
    .join('')
  const content =
    typeof inside === 'string' ? escaped(inside) : inside.map((one) => svgOf(one, '')).join(between)
  return content === '' ? `<${tag}${written}/>` : `<${tag}${written}>${content}</${tag}>`
}

export const round = (value: number): number => Math.round(value * 100) / 100 + 0
