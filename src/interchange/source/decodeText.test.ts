import { expect, it } from 'vitest'
import { Unreadable } from '../reading.ts'
import { decodeText } from './decodeText.ts'

const decode = (...parts: (number[] | string)[]) =>
  decodeText({
    name: 'a.xml',
    bytes: Uint8Array.from(
      parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)),
    ),
  })
const utf16 = (text: string, big: boolean): number[] =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0)
    return big ? [code >> 8, code & 255] : [code & 255, code >> 8]
  })

it.each([
  ['UTF-8', decode('<a>é</a>')],
  ['UTF-8 with byte order mark', decode([0xef, 0xbb, 0xbf], '<a>é</a>')],
  ['UTF-16 LE with byte order mark', decode([0xff, 0xfe], utf16('<a>é</a>', false))],
  ['UTF-16 BE with byte order mark', decode([0xfe, 0xff], utf16('<a>é</a>', true))],
  ['UTF-16 LE without', decode(utf16('<a>é</a>', false))],
  ['UTF-16 BE without', decode(utf16('<a>é</a>', true))],
])('reads %s', (_, decoded) => {
  expect(decoded).toEqual({ name: 'a.xml', text: '<a>é</a>', losses: [] })
})

it('believes the XML declaration', () => {
  const head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
  expect(decode(head, '<a>', [0xe9], '</a>').text).toBe(`${head}<a>é</a>`)
})

it('takes what is not UTF-8 for Windows-1252, and says so', () => {
  const { text, losses } = decode('<a>', [0x80, 0xe9], '</a>')
  expect(text).toBe('<a>€é</a>')
  expect(losses.map((loss) => loss.kind)).toEqual(['guessed'])
})

it.each([
  ['a zip archive', [[0x50, 0x4b, 0x03, 0x04]], 'Unpack it'],
  ['a picture', [[0x89], 'PNG', [0, 0, 0]], 'This is a binary file'],
  [
    'an unknown encoding',
    ['<?xml version="1.0" encoding="klingon"?><a/>'],
    'The encoding “klingon” is unknown',
  ],
])('refuses %s', (_, parts, expected) => {
  expect(() => decode(...parts)).toThrow(Unreadable)
  expect(() => decode(...parts)).toThrow(expected)
})
