/**
 * The domain and the server speak English, in whole sentences. Other languages know these sentences by their shape:
 * "{{stage}} has no way out." with what stands for `stage`, which is itself read if it is a phrase ("any open stage").
 * A sentence that is not in the book is shown as it is: English, but never wrong.
 */

/** English shape → the same in another language, with the same placeholders, each at most once on the English side. */
export type SentenceBook = Readonly<Record<string, string>>

export interface SentenceReader {
  /** The sentence in the language of the book. */
  (english: string): string
  /** False where no shape of the book fits. */
  knows(english: string): boolean
}

interface Shape {
  readonly expression: RegExp
  readonly names: readonly string[]
  readonly other: string
  /** How much of the sentence is the shape's own; the most particular shape wins. */
  readonly weight: number
  /** The longest fixed part: a sentence without it cannot fit. */
  readonly landmark: string
}

const kept = 5000
/** A name in quotes may hold any word; it is put aside while the sentence around it is read. */
const quoted = /“[^”]*”/g
const aside = (index: number): string => `\uE000${index}\uE001`
const putAside = /\uE000(\d+)\uE001/g

/** `quotes`: opening and closing mark of names in that language. */
export function sentenceReader(
  book: SentenceBook,
  { locale, quotes }: { readonly locale: string; readonly quotes: readonly [string, string] },
): SentenceReader {
  const shapes = Object.entries(book)
    .map(([english, other]) => shapeOf(english, other))
    .sort((a, b) => b.weight - a.weight)
  const memory = new Map<string, string | null>()

  function read(sentence: string, depth: number): string | null {
    const had = memory.get(sentence)
    if (had !== undefined) return had
    const found = find(sentence, depth)
    if (memory.size >= kept) memory.clear()
    memory.set(sentence, found)
    return found
  }

  function find(sentence: string, depth: number): string | null {
    for (const shape of shapes) {
      if (!sentence.includes(shape.landmark)) continue
      const match = shape.expression.exec(sentence)
      if (!match) continue
      return shape.other.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const value = match[shape.names.indexOf(name) + 1] ?? ''
        return depth > 0 ? (read(value, depth - 1) ?? figure(value, locale)) : value
      })
    }
    return null
  }

  const translate = (english: string): string | null => {
    const names: string[] = []
    const bare = english.replace(quoted, (name) =>
      aside(names.push(`${quotes[0]}${name.slice(1, -1)}${quotes[1]}`) - 1),
    )
    const other = read(bare, 12)
    return other?.replace(putAside, (_, index: string) => names[Number(index)] ?? '') ?? null
  }
  return Object.assign((english: string) => translate(english) ?? english, {
    knows: (english: string) => translate(english) !== null,
  })
}

function shapeOf(english: string, other: string): Shape {
  const names: string[] = []
  const fixed = english.split(/\{\{\w+\}\}/)
  for (const [, name = ''] of english.matchAll(/\{\{(\w+)\}\}/g)) names.push(name)
  const pattern = fixed
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(quoted, '\uE000\\d+\uE001'))
    .join('(.+?)')
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
function figure(value: string, locale: string): string {
  if (!/^-?\d{1,3}(,\d{3})*(\.\d+)?$|^-?\d+(\.\d+)?$/.test(value)) return value
  const number = Number(value.replaceAll(',', ''))
  const grouped = value.includes(',')
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: grouped }).format(number)
}
