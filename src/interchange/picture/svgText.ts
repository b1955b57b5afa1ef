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

/** `<tag a="1" b="x">inside</tag>`; numbers are rounded to hundredths, so files stay small and compare well. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inside = '',
): string {
  const written = Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${typeof value === 'number' ? round(value) : escaped(value)}"`],
    )
    .join('')
  return inside === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag}>`
}

export const round = (value: number): number => Math.round(value * 100) / 100 + 0
