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

const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y
const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

/** The first fault of a text that `JSON.parse` refuses; null where this reader finds none. One pass, no recursion. */
export function findJsonFault(text: string): JsonFault | null {
  const open: string[] = []
  let awaited: Awaited = 'a value'
  let at = 0
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at += 1
    if (at >= text.length) return awaited === 'the end' ? null : faultAt(text, at, awaited)
    const character = text.charAt(at)
    const isMark = '{}[]:,'.includes(character)
    const end = isMark ? at + 1 : character === '"' ? endOfString(text, at) : endOfLiteral(text, at)
    const next: Awaited | null =
      end === null ? null : step(awaited, isMark ? character : character === '"' ? 'string' : 'literal', open)
    if (end === null || next === null) return faultAt(text, at, awaited)
    awaited = next
    at = end
  }
}

/** Blank, tab and line breaks: no other character may stand between the parts of JSON. */
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

function endOfLiteral(text: string, start: number): number | null {
  literal.lastIndex = start
  return literal.test(text) ? literal.lastIndex : null
}

/** Null where the string is never closed, or holds what no string may. */
function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 34) return at + 1
    if (code < 32) return null
    if (code !== 92) continue
    escapeSequence.lastIndex = at
    if (!escapeSequence.test(text)) return null
    at = escapeSequence.lastIndex - 1
  }
  return null
}

/** What may follow; null where the part may not stand here. Keeps account of what is open. */
function step(awaited: Awaited, part: string, open: string[]): Awaited | null {
  switch (awaited) {
    case 'a value':
    case 'a value or “]”':
      if (part === 'string' || part === 'literal') return afterValue(open)
      if (part === ']' && awaited === 'a value or “]”') return closed(open)
      if (part !== '{' && part !== '[') return null
      open.push(part)
      return part === '{' ? 'a key or “}”' : 'a value or “]”'
    case 'a key':
    case 'a key or “}”':
      if (part === 'string') return '“:”'
      return part === '}' && awaited === 'a key or “}”' ? closed(open) : null
    case '“:”':
      return part === ':' ? 'a value' : null
    case '“,” or “]”':
      return part === ',' ? 'a value' : part === ']' ? closed(open) : null
    case '“,” or “}”':
      return part === ',' ? 'a key' : part === '}' ? closed(open) : null
    case 'the end':
      return null
  }
}

function afterValue(open: readonly string[]): Awaited {
  const inside = open.at(-1)
  return inside === undefined ? 'the end' : inside === '[' ? '“,” or “]”' : '“,” or “}”'
}

function closed(open: string[]): Awaited {
  open.pop()
  return afterValue(open)
}

function faultAt(text: string, at: number, awaited: Awaited): JsonFault {
  const before = text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  const sentence =
    at >= text.length
      ? `In column ${column} the file ends where ${awaited} should be.`
      : `In column ${column} “${text.slice(at, at + 12).split('\n')[0]}” stands where ${awaited} should be.`
  return { line, column, sentence }
}
