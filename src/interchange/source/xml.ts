/**
 * XML as a plain tree. Entities are off: a document type is refused before parsing, the five predefined entities and
 * character references are the only ones resolved, so nothing can be expanded, fetched or included.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Unreadable } from '../reading.ts'
import type { SourceText } from './decodeText.ts'
import { limits } from './limits.ts'

export interface XmlElement {
  /** Without namespace prefix. */
  readonly name: string
  readonly children: readonly XmlElement[]
  /** The element's own text, trimmed, entities resolved. */
  readonly text: string
  /** Line in the file, from 1. */
  readonly line: number
}

/** @throws Unreadable naming the line where the text is not well-formed, nested too deep or has a document type. */
export function parseXml(source: SourceText): XmlElement {
  // Jira and others write blank lines before the prolog, which no parser accepts.
  const blank = source.text.length - source.text.trimStart().length
  const text = source.text.slice(blank)
  refuseDocumentType(source.name, text)
  refuseTooManyTags(source.name, text)
  const tree = parseTree(text)
  if (tree === 'too deep')
    throw new Unreadable(
      source.name,
      `The XML is nested more than ${limits.depth} levels deep.`,
      'Choose a file that Salesforce wrote.',
    )
  const valid = XMLValidator.validate(text)
  const leading = source.text.slice(0, blank).split('\n').length - 1
  if (valid !== true)
    throw new Unreadable(
      `${source.name}:${valid.err.line + leading}`,
      `The XML is broken: ${valid.err.msg.slice(0, 200)}`,
      'Retrieve the file again, or repair it there.',
    )
  const lines = new LineFinder(text, leading)
  const root = elementsOf(tree, lines).find((element) => !element.name.startsWith('?'))
  if (!root)
    throw new Unreadable(
      source.name,
      'The XML cannot be read to its end.',
      'Retrieve the file again, or repair it there.',
    )
  return root
}

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

/** The text of the first child of that name; null where there is none or it is empty. */
export function textOf(element: XmlElement, name: string): string | null {
  const child = element.children.find((candidate) => candidate.name === name)
  return child && child.text !== '' ? child.text : null
}

const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/
/** Only the prolog can hold one; in comments and CDATA further down the word is harmless. */
function refuseDocumentType(name: string, text: string): void {
  const start = prolog.exec(text)?.[0].length ?? 0
  if (/^<!(DOCTYPE|ENTITY)/i.test(text.slice(start, start + 9)))
    throw new Unreadable(
      name,
      'The file has a document type definition, which can hide other files or grow without end.',
      'Remove the <!DOCTYPE …> lines and import it again.',
    )
}

/** Counting "<" costs nothing; building a tree of millions of empty elements costs seconds. */
function refuseTooManyTags(name: string, text: string): void {
  let count = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) count += 1
  if (count > limits.tags)
    throw new Unreadable(
      name,
      `The file has ${count} tags; at most ${limits.tags} can be read.`,
      'Choose the file of the stages alone.',
    )
}

const textKey = '#text'
const cdataKey = '#cdata'

/** The ordered form; null where the text is too broken for it, of which the validator then tells the place. */
function parseTree(text: string): unknown {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: true,
    removeNSPrefix: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
    captureMetaData: true,
    maxNestedTags: limits.depth,
    textNodeName: textKey,
    cdataPropName: cdataKey,
  })
  try {
    return parser.parse(text)
  } catch (error) {
    return error instanceof Error && error.message.includes('nested') ? 'too deep' : null
  }
}

/** Nodes of the ordered form: `[{ tag: [children] }, { '#text': 'text' }]`. */
function elementsOf(nodes: unknown, lines: LineFinder): XmlElement[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown) => {
    if (typeof node !== 'object' || node === null) return []
    const name = Object.keys(node).find((key) => key !== ':@')
    if (name === undefined || name === textKey || name === cdataKey) return []
    const inside: unknown = Reflect.get(node, name)
    return [{ name, children: elementsOf(inside, lines), text: textIn(inside).trim(), line: lines.of(node) }]
  })
}

function textIn(nodes: unknown): string {
  if (!Array.isArray(nodes)) return ''
  let text = ''
  for (const node of nodes as unknown[]) {
    if (typeof node !== 'object' || node === null) continue
    const plain: unknown = Reflect.get(node, textKey)
    if (typeof plain === 'string') text += resolved(plain)
    else if (Reflect.has(node, cdataKey)) text += rawText(Reflect.get(node, cdataKey))
  }
  return text
}

const rawText = (nodes: unknown): string =>
  Array.isArray(nodes)
    ? nodes.map((node: unknown) => String(Reflect.get(Object(node), textKey) ?? '')).join('')
    : ''

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** One pass, so that `&amp;lt;` stays `&lt;`. Unknown entities stay as they are written. */
function resolved(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return predefined[String(name)] ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    const scalar = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return scalar ? String.fromCodePoint(code) : whole
  })
}

/** Line numbers by a forward walk: nodes come in the order of the file. */
class LineFinder {
  readonly #text: string
  readonly #symbol = XMLParser.getMetaDataSymbol()
  readonly #starts: number[] = [0]
  readonly #leading: number

  constructor(text: string, leading: number) {
    this.#text = text
    this.#leading = leading
    for (let at = this.#text.indexOf('\n'); at >= 0; at = this.#text.indexOf('\n', at + 1))
      this.#starts.push(at + 1)
  }

  of(node: object): number {
    const data: unknown = Reflect.get(node, this.#symbol as symbol)
    const start: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'startIndex') : 0
    const index = typeof start === 'number' ? start : 0
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low + 1 + this.#leading
  }
}
