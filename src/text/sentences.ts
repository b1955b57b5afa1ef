/**
 * The domain and the server speak English, in whole sentences. Other languages know these sentences by their shape:
 * "{{stage}} has no way out." with what stands for `stage`, which is itself read if it is a phrase ("any open stage").
 * A sentence that is not in the book is shown as it is: English, but never wrong.
 */
import { type RuleBook, ruleReader } from './rules.ts'
import { aside, figure, fill, putAside, quoted, type SentenceBook, shapesOf } from './shape.ts'

export type { SentenceBook }

export interface SentenceReader {
  /** The sentence in the language of the book. */
  (english: string): string
  /** False where no shape of the book fits. */
  knows(english: string): boolean
  /** What a line of an import's report is about. */
  topic(english: string): string
  /** A rule read back, or the value of a field: "Amount is at least 10,000". No sentence, and without a full stop. */
  rule(english: string): string
  knowsRule(english: string): boolean
}

const kept = 5000
/** What stands here somebody has named, without quotes around it; it may sound like one of our phrases. */
const asWritten: ReadonlySet<string> = new Set(['label', 'labels'])

/** `quotes`: opening and closing mark of names in that language. In a sentence, `{{condition}}` stands for a rule. */
export function sentenceReader(
  book: SentenceBook,
  {
    locale,
    quotes,
    rules,
    topics = {},
  }: {
    readonly locale: string
    readonly quotes: readonly [string, string]
    readonly rules: RuleBook
    readonly topics?: Readonly<Record<string, string>>
  },
): SentenceReader {
  const shapes = shapesOf(book)
  const readRule = ruleReader(rules, locale)
  const memory = new Map<string, string | null>()

  /** `names`: what is put aside; a rule inside puts more there. */
  function read(sentence: string, depth: number, names: string[]): string | null {
    const whole = fill(shapes, sentence, (value, name) => {
      if (name === 'condition') return readRule(value, names) ?? value
      if (asWritten.has(name)) return value
      return depth > 0 ? (read(value, depth - 1, names) ?? figure(value, locale)) : value
    })
    const parts = whole === null ? sentence.split(/(?<=[.!?]) (?=[A-Z\uE000])/) : []
    if (parts.length < 2) return whole
    // Several sentences, some perhaps in the words of a user, which stay.
    const others = parts.map((part) => read(part, depth, names))
    return others.every((other) => other === null)
      ? null
      : others.map((other, index) => other ?? parts[index]).join(' ')
  }

  function translated(english: string, how: (bare: string, names: string[]) => string | null): string | null {
    const names: string[] = []
    const bare = english.replace(quoted, (name) =>
      aside(names.push(`${quotes[0]}${name.slice(1, -1)}${quotes[1]}`) - 1),
    )
    let other = how(bare, names)
    // What was put aside may itself hold what was put aside before it.
    while (other?.includes('\uE000'))
      other = other.replace(putAside, (_, index: string) => names[Number(index)] ?? '')
    return other
  }

  function remembered(key: string, find: () => string | null): string | null {
    const had = memory.get(key)
    if (had !== undefined) return had
    const found = find()
    if (memory.size >= kept) memory.clear()
    memory.set(key, found)
    return found
  }

  const sentence = (english: string) =>
    remembered(english, () => translated(english, (bare, names) => read(bare, 12, names)))
  const rule = (english: string) => remembered(`rule ${english}`, () => translated(english, readRule))
  return Object.assign((english: string) => sentence(english) ?? english, {
    topic: (english: string) => topics[english] ?? english,
    knows: (english: string) => sentence(english) !== null,
    rule: (english: string) => rule(english) ?? english,
    knowsRule: (english: string) => rule(english) !== null,
  })
}
