/**
 * Patterns that a text has to match as a whole: `\d{5}`, `[A-Z]{2}-\d+`, `(EU|US)-.*`. A part of what regular expressions
 * can say, the part that can be decided in one walk over the text (Thompson, 1968): no pattern, however meant, can make a
 * server think for long. No look-around, no back-references; `^` and `$` may stand at the ends and say nothing.
 */

export const patternLimits = { length: 200, steps: 1_000, text: 10_000 } as const

export interface Pattern {
  /** The whole text, letter by letter, upper and lower case told apart. A text above the limit matches nothing. */
  matches(text: string): boolean
  /** A short text that matches. */
  readonly example: string
}

export type PatternReading =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly sentence: string }

interface Letters {
  readonly kind: 'letters'
  readonly test: (letter: string) => boolean
}
type Part =
  | Letters
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'repeat'; readonly part: Part; readonly fewest: number; readonly most: number | null }

/** A step of the walk: take a letter and go on, or go on in several ways at once. */
type Step = { readonly test: (letter: string) => boolean } | { readonly to: readonly number[] } | 'end'

class Wrong extends Error {}

const read = new Map<string, PatternReading>()

/** Never throws. Remembered: a rule is evaluated far more often than it is written. */
export function readPattern(source: string): PatternReading {
  const had = read.get(source)
  if (had) return had
  const reading = readAnew(source)
  if (read.size >= 500) read.clear()
  read.set(source, reading)
  return reading
}

function readAnew(source: string): PatternReading {
  try {
    if (source === '') throw new Wrong('Write a pattern, such as “\\d{5}” for five digits.')
    if (source.length > patternLimits.length) throw new Wrong(tooLarge)
    const part = new Reader(source).whole()
    const steps: Step[] = []
    stepsOf(part, steps)
    steps.push('end')
    return { ok: true, pattern: { matches: (text) => walk(steps, text), example: exampleOf(part) } }
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, sentence: error.message }
    throw error
  }
}

const tooLarge = 'The pattern is too large. Make it shorter.'
const unclosed = 'The pattern has a bracket without its counterpart.'
const unknown = (sign: string) =>
  new Wrong(
    `The pattern cannot have “${sign}” here. Put a backslash before it where the sign itself is meant.`,
  )

const classes: Readonly<Record<string, (letter: string) => boolean>> = {
  d: (letter) => letter >= '0' && letter <= '9',
  w: (letter) => /^[\p{L}\p{N}_]$/u.test(letter),
  s: (letter) => /^\s$/u.test(letter),
}

class Reader {
  private readonly letters: readonly string[]
  private at = 0

  constructor(source: string) {
    const letters = [...source]
    if (letters[0] === '^') letters.shift()
    // A dollar behind an odd number of backslashes is meant itself.
    if (/(?<!\\)(?:\\\\)*\$$/.test(source)) letters.pop()
    this.letters = letters
  }

  whole(): Part {
    const part = this.choice()
    if (this.next() !== undefined) throw new Wrong(unclosed)
    return part
  }

  private next(): string | undefined {
    return this.letters[this.at]
  }

  private take(sign: string): boolean {
    if (this.next() !== sign) return false
    this.at += 1
    return true
  }

  private choice(): Part {
    const parts = [this.sequence()]
    while (this.take('|')) parts.push(this.sequence())
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts }
  }

  private sequence(): Part {
    const parts: Part[] = []
    for (let sign = this.next(); sign !== undefined && sign !== '|' && sign !== ')'; sign = this.next())
      parts.push(this.repeated(this.single()))
    return { kind: 'sequence', parts }
  }

  private single(): Part {
    const sign = this.next() ?? ''
    this.at += 1
    switch (sign) {
      case '.':
        return { kind: 'letters', test: (letter) => letter !== '\n' }
      case '[':
        return this.anyOf()
      case '\\':
        return { kind: 'letters', test: this.escaped() }
      case '(': {
        if (this.take('?') && !this.take(':')) throw unknown('(?')
        const inner = this.choice()
        if (!this.take(')')) throw new Wrong(unclosed)
        return inner
      }
      case ']':
      case '}':
        throw new Wrong(unclosed)
      case '*':
      case '+':
      case '?':
      case '{':
      case '^':
      case '$':
        throw unknown(sign)
      default:
        return { kind: 'letters', test: (letter) => letter === sign }
    }
  }

  private repeated(part: Part): Part {
    const [fewest, most] = this.counts()
    if (fewest === 1 && most === 1) return part
    return { kind: 'repeat', part, fewest, most }
  }

  private counts(): readonly [fewest: number, most: number | null] {
    if (this.take('*')) return [0, null]
    if (this.take('+')) return [1, null]
    if (this.take('?')) return [0, 1]
    if (!this.take('{')) return [1, 1]
    const fewest = this.count()
    const most = this.take(',') ? (this.next() === '}' ? null : this.count()) : fewest
    if (!this.take('}')) throw new Wrong(unclosed)
    if (most !== null && most < fewest) throw unknown(`{${fewest},${most}}`)
    return [fewest, most]
  }

  private count(): number {
    let digits = ''
    for (let sign = this.next(); sign !== undefined && /^\d$/.test(sign); sign = this.next()) {
      digits += sign
      this.at += 1
    }
    if (digits === '') throw unknown('{')
    if (Number(digits) > patternLimits.steps) throw new Wrong(tooLarge)
    return Number(digits)
  }

  /** What a backslash stands before: a class, or the sign itself. */
  private escaped(): (letter: string) => boolean {
    const sign = this.next()
    this.at += 1
    if (sign === undefined) throw unknown('\\')
    const named = classes[sign.toLowerCase()]
    if (named) return sign === sign.toLowerCase() ? named : (letter) => !named(letter)
    if (/^[\p{L}\p{N}]$/u.test(sign)) throw unknown(`\\${sign}`)
    return (letter) => letter === sign
  }

  private anyOf(): Letters {
    const not = this.take('^')
    const tests: ((letter: string) => boolean)[] = []
    while (!this.take(']')) {
      const from = this.next()
      if (from === undefined) throw new Wrong(unclosed)
      this.at += 1
      if (from === '\\') {
        tests.push(this.escaped())
        continue
      }
      const to = this.letters[this.at + 1]
      if (this.next() !== '-' || to === undefined || to === ']') tests.push((letter) => letter === from)
      else {
        if (to < from || to === '\\') throw unknown(`${from}-${to}`)
        this.at += 2
        tests.push((letter) => letter >= from && letter <= to)
      }
    }
    if (tests.length === 0) throw new Wrong(unclosed)
    return { kind: 'letters', test: (letter) => tests.some((test) => test(letter)) !== not }
  }
}

function stepsOf(part: Part, steps: Step[]): void {
  if (steps.length > patternLimits.steps) throw new Wrong(tooLarge)
  switch (part.kind) {
    case 'letters':
      steps.push({ test: part.test })
      return
    case 'sequence':
      for (const inner of part.parts) stepsOf(inner, steps)
      return
    case 'choice': {
      const fork = steps.push({ to: [] }) - 1
      const [starts, ends]: [number[], number[]] = [[], []]
      for (const inner of part.parts) {
        starts.push(steps.length)
        stepsOf(inner, steps)
        ends.push(steps.push({ to: [] }) - 1)
      }
      steps[fork] = { to: starts }
      for (const end of ends) steps[end] = { to: [steps.length] }
      return
    }
    case 'repeat': {
      for (let count = 0; count < part.fewest; count += 1) stepsOf(part.part, steps)
      if (part.most === null) {
        const fork = steps.push({ to: [] }) - 1
        stepsOf(part.part, steps)
        steps.push({ to: [fork] })
        steps[fork] = { to: [fork + 1, steps.length] }
        return
      }
      for (let count = part.fewest; count < part.most; count += 1) {
        const fork = steps.push({ to: [] }) - 1
        stepsOf(part.part, steps)
        steps[fork] = { to: [fork + 1, steps.length] }
      }
    }
  }
}

/** All ways at once, so that each letter is looked at once. */
function walk(steps: readonly Step[], text: string): boolean {
  if (text.length > patternLimits.text) return false
  const reached = (starts: readonly number[]): Set<number> => {
    const open = [...starts]
    const seen = new Set<number>()
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const step = steps[at]
      if (step && step !== 'end' && 'to' in step) open.push(...step.to)
    }
    return seen
  }
  let here = reached([0])
  for (const letter of text) {
    const next: number[] = []
    for (const at of here) {
      const step = steps[at]
      if (step && step !== 'end' && 'test' in step && step.test(letter)) next.push(at + 1)
    }
    if (next.length === 0) return false
    here = reached(next)
  }
  return here.has(steps.length - 1)
}

/** Letters that are tried for an example, the most telling first. */
const tried = [
  ...'1Aa0-_ .@/',
  ...Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code + 33)),
]

function exampleOf(part: Part): string {
  switch (part.kind) {
    case 'letters':
      return tried.find(part.test) ?? ''
    case 'sequence':
      return part.parts.map(exampleOf).join('')
    case 'choice':
      return part.parts[0] ? exampleOf(part.parts[0]) : ''
    case 'repeat':
      return exampleOf(part.part).repeat(Math.max(part.fewest, part.most === null ? 1 : 0))
  }
}
