/** JSON and JSON lines, with the nesting capped before parsing and the line named where the text is broken. */
import { Unreadable } from '../reading.ts'
import type { SourceText } from './decodeText.ts'
import { findJsonFault } from './jsonFault.ts'
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
        path: `#${line}`,
      }))
    const fault = findJsonFault(source.text)
    throw new Unreadable(
      fault ? `${source.name}:${fault.line}` : source.name,
      `The JSON is broken. ${fault?.sentence ?? ''}`.trimEnd(),
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
      `${name}:${line}`,
      `The JSON of this line is broken. ${findJsonFault(text)?.sentence ?? ''}`.trimEnd(),
      'Export the file again, or remove the line.',
    )
  }
}

const linesOf = (text: string): { text: string; line: number }[] =>
  text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), line: index + 1 }))
    .filter((line) => line.text !== '')

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
          `${name}:${text.slice(0, at).split('\n').length}`,
          `The JSON is nested more than ${limits.depth} levels deep.`,
          'Choose a file that holds only pipelines or a process.',
        )
    } else if (character === '}' || character === ']') depth -= 1
  }
}
