/** Where JSON breaks and what stands there. Engines word this differently, and some do not say where at all. */

export interface JsonFault {
  /** From 1. */
  readonly line: number
  readonly column: number
  /** What was found and what was expected, a whole sentence. */
  readonly sentence: string
}

type Awaited =
  | 'a value'
  | 'a value or “]”'
  | 'a key or “}”'
  | 'a key'
  | '“:”'
  | '“,” or “]”'
  | '“,” or “}”'
  | 'the end'

/** Between the quotes: from the blank up, but quote and backslash; or an escape. */
const token =
  /\s*(?:("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b)|([{}[\]:,]))/y

/** The first fault of a text that `JSON.parse` refuses; null where this reader finds none. One pass, no recursion. */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let awaited: Awaited = 'a value'
  let at = 0
  for (;;) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) {
      const rest = at + (/^\s*/.exec(text.slice(at, at + 100_000))?.[0].length ?? 0)
      if (rest >= text.length && awaited === 'the end') return null
      return faultAt(text, rest, awaited)
    }
    const start = token.lastIndex - (found[1] ?? found[2] ?? found[3] ?? '').length
    const next = step(awaited, found, open)
    if (next === null) return faultAt(text, start, awaited)
    awaited = next
    at = token.lastIndex
  }
}

function step(awaited: Awaited, found: RegExpExecArray, open: ('{' | '[')[]): Awaited | null {
  const [, string, literal, mark] = found
  const after = (): Awaited => {
    const inside = open.at(-1)
    return inside === undefined ? 'the end' : inside === '[' ? '“,” or “]”' : '“,” or “}”'
  }
  const close = (expected: '{' | '['): Awaited | null => (open.pop() === expected ? after() : null)
  if (awaited === 'a value' || awaited === 'a value or “]”') {
    if (string !== undefined || literal !== undefined) return after()
    if (mark === '{' || mark === '[') {
      open.push(mark)
      return mark === '{' ? 'a key or “}”' : 'a value or “]”'
    }
    return mark === ']' && awaited === 'a value or “]”' ? close('[') : null
  }
  if (awaited === 'a key or “}”' || awaited === 'a key') {
    if (string !== undefined) return '“:”'
    return mark === '}' && awaited === 'a key or “}”' ? close('{') : null
  }
  if (awaited === '“:”') return mark === ':' ? 'a value' : null
  if (awaited === '“,” or “]”') return mark === ',' ? 'a value' : mark === ']' ? close('[') : null
  if (awaited === '“,” or “}”') return mark === ',' ? 'a key' : mark === '}' ? close('{') : null
  return null
}

function faultAt(text: string, at: number, awaited: Awaited): JsonFault {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const found = at >= text.length ? 'the file ends' : `“${text.slice(at, at + 12).split('\n')[0]}” stands`
  return { line, column, sentence: `In column ${column} ${found} where ${awaited} should be.` }
}
