/**
 * A rule read back ("Amount is at least 10,000 and Budget confirmed is yes") names fields without quotes and nests
 * without end, so no list of sentences holds it. It is taken apart at its brackets and connectives, and the conditions
 * that remain are read by their shape; a field called "Terms and conditions" stays whole.
 */
import { aside, figure, fill, type SentenceBook, shapesOf } from './shape.ts'

export interface RuleBook {
  readonly and: string
  readonly or: string
  /** "{{field}} is filled in". What stands between two ends is written "{{low}} & {{high}}" on the English side. */
  readonly conditions: SentenceBook
  /** "today", "{{count}} days ago". */
  readonly values: SentenceBook
}

/** Null where it is no rule. `putAside` are the names in quotes, which what is put aside here joins. */
export type RuleReader = (english: string, putAside: string[]) => string | null

const date =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/g
/** The "and" of "between 1 and 5" and of "more than 1 and less than 5" connects no conditions. */
const ends = [
  /\b(between) ((?:(?! and | or ).)+?) and /g,
  /\b(is more than|is at least) ((?:(?! and | or ).)+?) and (?=less than|at most)/g,
]
/** What a comma lists may hold no condition, so it is tried last. */
const connective = [/ and | or (?!before |after )/g, /, /g]

export function ruleReader(book: RuleBook, locale: string): RuleReader {
  const conditions = shapesOf(book.conditions)
  const values = shapesOf(book.values)
  const longDate = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const connectives: Readonly<Record<string, string>> = {
    ' and ': ` ${book.and} `,
    ' or ': ` ${book.or} `,
    ', ': ', ',
  }

  const value = (words: string): string => fill(values, words, value) ?? figure(words, locale)

  /** `tried`: what is behind a connective is read once, however many ways lead to it. */
  function condition(words: string, tried: Map<string, string | null>): string | null {
    const had = tried.get(words)
    if (had !== undefined) return had
    const found = connected(words, tried) ?? leaf(words)
    tried.set(words, found)
    return found
  }

  function connected(words: string, tried: Map<string, string | null>): string | null {
    for (const { 0: between, index } of connective.flatMap((one) => [...words.matchAll(one)])) {
      const first = leaf(words.slice(0, index))
      const rest = first === null ? null : condition(words.slice(index + between.length), tried)
      if (rest !== null) return `${first}${connectives[between] ?? between}${rest}`
    }
    return null
  }

  const leaf = (words: string): string | null =>
    /^\uE000\d+\uE001$/.test(words) ? words : (fill(conditions, words, value) ?? fill(values, words, value))

  return (english, putAside) => {
    const hide = (words: string): string => aside(putAside.push(words) - 1)
    let words = english.replace(date, (day) => hide(longDate.format(new Date(`${day} UTC`))))
    const read = (part: string): string | null =>
      condition(
        ends.reduce((all, two) => all.replace(two, '$1 $2 & '), part),
        new Map(),
      )
    for (let before = ''; before !== words; ) {
      before = words
      words = words.replace(/\(([^()]*)\)/g, (_, inner: string) => hide(`(${read(inner) ?? value(inner)})`))
    }
    const other = read(words)
    if (other !== null) return other
    const bare = value(words)
    return bare === words ? null : bare
  }
}
