import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thoroughness } from '../../../tests/kit/thoroughness.ts'
import { readJson } from './jsonText.ts'

describe('JSON as it is typed', () => {
  it.each([
    ['', 1, 1, 'value'],
    ['{', 1, 2, 'name'],
    ['{"a"', 1, 5, 'colon'],
    ['{"a":', 1, 6, 'value'],
    ['{"a": 1', 1, 8, 'commaOrBrace'],
    ['{\n  "a": [1 2]\n}', 2, 11, 'commaOrBracket'],
    ['{\n  "a": 1,\n}', 3, 1, 'name'],
    ['[1,]', 1, 4, 'value'],
    ['"open', 1, 1, 'quote'],
    ['{"and": []} more', 1, 13, 'end'],
    ["{'a': 1}", 1, 2, 'name'],
    ['[[[1, 2], [3]', 1, 14, 'commaOrBracket'],
  ])('%j breaks at line %i, column %i: %s', (text, line, column, expected) => {
    expect(readJson(text)).toMatchObject({ ok: false, line, column, expected })
  })

  it('keeps a member of any name', () => {
    const text = '{"__proto__": 1, "var": "amount"}'
    const reading = readJson(text)
    expect(reading.ok && JSON.stringify(reading.value)).toBe('{"__proto__":1,"var":"amount"}')
  })

  it('reads all JSON, and finds a place in all that is none', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
        const broken = text.slice(0, cut % (text.length + 1))
        const reading = readJson(broken)
        if (reading.ok) return
        const lines = broken.split('\n')
        expect(reading.line).toBeLessThanOrEqual(lines.length)
        expect(reading.column).toBeLessThanOrEqual((lines[reading.line - 1]?.length ?? 0) + 1)
      }),
      { numRuns: 500 * thoroughness },
    )
  })
})
