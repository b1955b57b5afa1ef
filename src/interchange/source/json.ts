/** JSON and JSON lines, with the nesting capped before parsing and the line named where the text is broken. */
import { Unreadable } from '../reading.ts'
import type { SourceText } from './decodeText.ts'
import { limits } from './limits.ts'

/** One value of a file; `path` is '' for a whole file, "line 3" for one of its lines. */
export interface JsonValue {
  readonly value: unknown
  readonly path: string
}

/**
 * The value in the file, or one for each line where the file is JSON lines.
 * @throws Unreadable naming the line where the text is not JSON.
 */
export function parseJson(source: SourceText): JsonValue[] {
  refuseDeepNesting(source)
  try {
    return [{ value: JSON.parse(source.text), path: '' }]
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const lines = linesOf(source.text)
    const whole = (line: string) => /^\{.*\}$/.test(line)
    if (lines.length > 1 && lines.filter(({ text }) => whole(text)).length * 2 >= lines.length)
      return lines.map(({ text, line }) => ({
        value: parseLine(source.name, text, line),
        path: `line ${line}`,
      }))
    const line = lineOf(error.message, source.text)
    throw new Unreadable(
      line === null ? source.name : `${source.name}, line ${line}`,
      `The JSON is broken: ${error.message.slice(0, 200)}.`,
      'Export the file again, or repair it there.',
    )
  }
}

function parseLine(name: string, text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Unreadable(
      `${name}, line ${line}`,
      `The JSON of this line is broken: ${error.message.slice(0, 200)}.`,
      'Export the file again, or remove the line.',
    )
  }
}

const linesOf = (text: string): { text: string; line: number }[] =>
  text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter((line) => line.text !== '')

/** Engines say "line 3 column 5" or "position 42"; some say neither. */
function lineOf(message: string, text: string): number | null {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length
  return /end of (JSON|data)/i.test(message) ? text.split('\n').length : null
}

/** Counts brackets outside strings, in one pass. */
function refuseDeepNesting({ name, text }: SourceText): void {
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1
    } else if (character === '{' || character === '[') {
      depth += 1
      if (depth > limits.depth)
        throw new Unreadable(
          `${name}, line ${text.slice(0, at).split('\n').length}`,
          `The JSON is nested more than ${limits.depth} levels deep.`,
          'Choose a file that holds only pipelines or a process.',
        )
    } else if (character === '}' || character === ']') depth -= 1
  }
}
