/**
 * Bytes to text: a byte order mark first, then the XML declaration, then UTF-8; where that cannot be, windows-1252,
 * which is what old Windows tools write. What was assumed is said.
 */
import { type Loss, type SourceFile, Unreadable } from '../reading.ts'

export interface SourceText {
  readonly name: string
  /** Without byte order mark. Line breaks are as in the file. */
  readonly text: string
  readonly losses: readonly Loss[]
}

/** @throws Unreadable for archives and other binary files, and for encodings nobody knows. */
export function decodeText(file: SourceFile): SourceText {
  const { name, bytes } = file
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03)
    throw new Unreadable(name, 'This is a zip archive.', 'Unpack it and choose the files inside.')
  const marked = markedEncoding(bytes)
  if (marked) return { name, text: decode(name, bytes, marked, true), losses: [] }
  if (bytes.subarray(0, 1_000).includes(0))
    throw new Unreadable(
      name,
      'This is a binary file, not text.',
      'Choose an XML or JSON file of Salesforce, HubSpot or Stagecraft.',
    )
  const declared = declaredEncoding(bytes)
  if (declared) return { name, text: decode(name, bytes, declared, false), losses: [] }
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), losses: [] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const sentence = 'The text is not valid UTF-8; it was read as Windows-1252. Check letters with accents.'
    return {
      name,
      text: decode(name, bytes, 'windows-1252', false),
      losses: [{ kind: 'guessed', what: 'Encoding', where: name, sentence }],
    }
  }
}

function decode(name: string, bytes: Uint8Array, encoding: string, fatal: boolean): string {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError)
      throw new Unreadable(name, `The encoding “${encoding}” is unknown.`, 'Save the file as UTF-8.')
    if (error instanceof TypeError)
      throw new Unreadable(
        name,
        `The text is not valid ${encoding.toUpperCase()}.`,
        'Save the file as UTF-8.',
      )
    throw error
  }
}

/** By byte order mark, else by the zero bytes that UTF-16 has around the first `<`, `{` or `[`. */
function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const opening = (byte: number | undefined) => byte === 0x3c || byte === 0x7b || byte === 0x5b
  if (opening(a) && b === 0) return 'utf-16le'
  if (a === 0 && opening(b)) return 'utf-16be'
  return null
}

/** What `<?xml … encoding="…"?>` says, unless it is UTF-8 or absent. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const name = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1]?.toLowerCase()
  return name === undefined || name === 'utf-8' || name === 'utf8' ? null : name
}
