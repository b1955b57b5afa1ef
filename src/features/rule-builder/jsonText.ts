/** JSON as a person types it: read, or where it breaks and what is missing there. The same in every browser. */
import { type Logic, logicSchema } from '../../domain/process/rule.ts'

export type Expected = 'value' | 'name' | 'colon' | 'commaOrBrace' | 'commaOrBracket' | 'quote' | 'end'

export type JsonReading =
  | { readonly ok: true; readonly value: Logic }
  /** Line and column count from 1, `at` from 0 over the whole text. */
  | {
      readonly ok: false
      readonly at: number
      readonly line: number
      readonly column: number
      readonly expected: Expected
    }

export function readJson(text: string): JsonReading {
  try {
    // The schema would leave out a member called __proto__; what was written is read as it is.
    const value: unknown = JSON.parse(text)
    if (isLogic(value)) return { ok: true, value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const { at, expected } = breakIn(text)
  const before = text.slice(0, at).split('\n')
  return { ok: false, at, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, expected }
}

const isLogic = (value: unknown): value is Logic => logicSchema.safeParse(value).success

interface Break {
  readonly at: number
  readonly expected: Expected
}

const space = /[ \t\n\r]*/y
const quoted = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Where a text that is no JSON stops being one. Walks without recursion, so depth does not matter. */
function breakIn(text: string): Break {
  let at = 0
  const open: ('{' | '[')[] = []
  const skip = () => {
    space.lastIndex = at
    space.exec(text)
    at = space.lastIndex
  }
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }
  /** A name and its colon; null where both are there. */
  const member = (): Break | null => {
    skip()
    if (!take(quoted)) return { at, expected: text[at] === '"' ? 'quote' : 'name' }
    skip()
    if (text[at] !== ':') return { at, expected: 'colon' }
    at += 1
    return null
  }
  for (;;) {
    skip()
    const bracket = text[at]
    if (bracket === '{' || bracket === '[') {
      at += 1
      skip()
      const closes = bracket === '{' ? '}' : ']'
      if (text[at] !== closes) {
        open.push(bracket)
        const broken = bracket === '{' ? member() : null
        if (broken) return broken
        continue
      }
      at += 1
    } else if (!take(quoted) && !take(literal)) return { at, expected: text[at] === '"' ? 'quote' : 'value' }
    for (;;) {
      skip()
      const inside = open.at(-1)
      if (inside === undefined) return { at, expected: 'end' }
      if (text[at] === ',') {
        at += 1
        const broken = inside === '{' ? member() : null
        if (broken) return broken
        break
      }
      if (text[at] !== (inside === '{' ? '}' : ']'))
        return { at, expected: inside === '{' ? 'commaOrBrace' : 'commaOrBracket' }
      at += 1
      open.pop()
    }
  }
}
