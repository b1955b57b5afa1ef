import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './read.ts'
import { writeCsv } from './write.ts'

const cellsOf = (text: string) => readCsv(text).map(({ cells }) => cells)
/** What attackers and customers write into names. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .tuple(
      fc.constantFrom("'", "''", '', ' '),
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '=HYPERLINK("http://evil","x")',
    "'=1+1",
    '@SUM(A1)',
    '-2+3',
    '"',
    '""',
    ',',
    ';',
    'a\r\nb',
  ),
)

describe('CSV', () => {
  it('comes back as it was written, whatever stands in it', () => {
    const rows = fc.array(fc.array(nasty, { minLength: 2, maxLength: 2 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, (given) => {
        expect(cellsOf(writeCsv(['a', 'b'], given)).slice(1)).toEqual(given)
      }),
      { numRuns: 1_000 },
    )
  })

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const cell = writeCsv(['a'], [[text]]).slice('a\r\n'.length, -'\r\n'.length)
        expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps numbers numbers, also below zero, and says nothing of what is not there', () => {
    expect(writeCsv(['n', 'x', 'b'], [[-12.5, null, true]])).toBe('n,x,b\r\n-12.5,,true\r\n')
  })

  it('is read as spreadsheets of other countries write it', () => {
    expect(cellsOf('\uFEFFa;b\n1;"x;y"\n\n2;"say ""hi"""')).toEqual([
      ['a', 'b'],
      ['1', 'x;y'],
      ['2', 'say "hi"'],
    ])
    expect(cellsOf('a\tb\r1\t2\r')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(readCsv('a,b\n"x\ny",1\n2,3').map(({ line }) => line)).toEqual([1, 2, 4])
  })

  it('says where a quote does not end', () => {
    expect(() => readCsv('a,b\n1,"x')).toThrow('The quote that begins in line 2 does not end.')
  })
})
