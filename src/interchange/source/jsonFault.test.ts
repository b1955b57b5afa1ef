import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findJsonFault } from './jsonFault.ts'

it.each([
  ['{\n "a": [\n  {"id": }\n ]\n}', 3, 'In column 10 “}” stands where a value should be.'],
  ['{"a": 1', 1, 'In column 8 the file ends where “,” or “}” should be.'],
  ['[1, 2,]', 1, 'In column 7 “]” stands where a value should be.'],
  ["{'a': 1}", 1, "In column 2 “'a': 1}” stands where a key or “}” should be."],
  ['{"a": 1}\n{"b": 2}', 2, 'In column 1 “{"b": 2}” stands where the end should be.'],
  ['[1 2]', 1, 'In column 4 “2]” stands where “,” or “]” should be.'],
  ['[01]', 1, 'In column 2 “01]” stands where a value or “]” should be.'],
  ['', 1, 'In column 1 the file ends where a value should be.'],
])('says where %j breaks', (text, line, sentence) => {
  expect(findJsonFault(text)).toMatchObject({ line, sentence })
})

it('reads a string of millions of escapes without end', () => {
  expect(findJsonFault(`["${'\\u0041'.repeat(1_000_000)}`)).toMatchObject({ line: 1 })
})

it('finds a fault exactly where JSON.parse refuses', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const marks = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"a"',
    '1',
    '-0.5e3',
    'null',
    ' ',
    '\n',
    '"',
    'x',
    '"\\u00e9"',
  )
  const almost = fc.array(marks, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(almost, fc.json()), (text) => {
      expect(findJsonFault(text) === null).toBe(parses(text))
    }),
    { numRuns: 1_000 },
  )
})
