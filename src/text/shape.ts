/** A sentence's shape: its fixed words, and the places where names and values stand. */

/** English shape → the same in another language, with the same placeholders, each at most once on the English side. */
export type SentenceBook = Readonly<Record<string, string>>

export interface Shape {
  readonly expression: RegExp
  readonly names: readonly string[]
  readonly other: string
  /** How much of the sentence is the shape's own; the most particular shape wins. */
  readonly weight: number
  /** The longest fixed part: a sentence without it cannot fit. */
  readonly landmark: string
}

/** A name in quotes may hold any word; it is put aside while the sentence around it is read. */
export const quoted = /“[^”]*”/g
export const aside = (index: number): string => `\uE000${index}\uE001`
export const putAside = /\uE000(\d+)\uE001/g

/** The shapes of a book, the most particular first. */
export const shapesOf = (book: SentenceBook): Shape[] =>
  Object.entries(book)
    .map(([english, other]) => shapeOf(english, other))
    .sort((a, b) => b.weight - a.weight)

/** The first shape that fits, in the other language, its places filled by `read`; null where none fits. */
export function fill(
  shapes: readonly Shape[],
  sentence: string,
  read: (value: string, name: string) => string,
): string | null {
  for (const shape of shapes) {
    if (!sentence.includes(shape.landmark)) continue
    const match = shape.expression.exec(sentence)
    if (!match) continue
    return shape.other.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      read(match[shape.names.indexOf(name) + 1] ?? '', name),
    )
  }
  return null
}

/** What stands for a name or a value does not reach over the end of a sentence; a reason may be several. */
const oneSentence = '((?:(?![.!?] [A-Z\uE000]).)+?)'
const several: ReadonlySet<string> = new Set(['why', 'what', 'reason', 'condition'])

function shapeOf(english: string, other: string): Shape {
  const names: string[] = []
  const fixed = english.split(/\{\{\w+\}\}/)
  for (const [, name = ''] of english.matchAll(/\{\{(\w+)\}\}/g)) names.push(name)
  const pattern = fixed
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(quoted, '\uE000\\d+\uE001'))
    .reduce(
      (all, part, index) => `${all}${several.has(names[index - 1] ?? '') ? '(.+?)' : oneSentence}${part}`,
    )
  return {
    expression: new RegExp(`^${pattern}$`, 's'),
    names,
    other,
    weight: fixed.reduce((sum, part) => sum + part.length, 0),
    landmark: fixed
      .flatMap((part) => part.split(quoted))
      .reduce((longest, part) => (part.length > longest.length ? part : longest), ''),
  }
}

/** A bare number is written as the language writes it; everything else stays. */
export function figure(value: string, locale: string): string {
  if (!/^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/.test(value)) return value
  const number = Number(value.replaceAll(',', ''))
  const grouped = value.includes(',')
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: grouped }).format(number)
}
