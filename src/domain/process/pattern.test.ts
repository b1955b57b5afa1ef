import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPattern } from './pattern.ts'

const matches = (source: string, text: string): boolean => {
  const reading = readPattern(source)
  if (!reading.ok) throw new Error(reading.sentence)
  return reading.pattern.matches(text)
}

describe('a pattern', () => {
  it.each([
    ['\\d{5}', '10115', '1011'],
    ['[A-Z]{2}-\\d+', 'EU-12', 'eu-12'],
    ['(EU|US)-.*', 'US-', 'UK-1'],
    ['^\\+?[\\d ]{3,}$', '+49 30', '+4'],
    ['[^\\s@]+@[^\\s@]+\\.[a-z]{2,}', 'ada@acme.example', 'ada@acme'],
    ['a?b*c', 'bbc', 'aac'],
    ['(?:ab){1,2}', 'abab', 'ababab'],
    ['Müller\\.', 'Müller.', 'Müllerx'],
    ['\\w+', 'Größe_1', 'a b'],
    ['[-+]1', '-1', '1'],
    ['price\\$', 'price$', 'price'],
  ])('%s takes %s and not %s', (source, good, bad) => {
    expect([matches(source, good), matches(source, bad)]).toEqual([true, false])
  })

  it.each([
    ['', /^Write a pattern/],
    ['(a', /bracket/],
    ['a)', /bracket/],
    ['[a', /bracket/],
    ['a{2', /bracket/],
    ['*a', /cannot have “\*” here/],
    ['(?=a)', /cannot have “\(\?” here/],
    ['(a)\\1', /cannot have “\\1” here/],
    ['\\bword', /cannot have “\\b” here/],
    ['a^b', /cannot have “\^” here/],
    ['a{3,1}', /cannot have “\{3,1\}” here/],
    ['((a{99}){99}){99}', /too large/],
    ['a'.repeat(201), /too large/],
  ])('%s is refused in one sentence', (source, sentence) => {
    const reading = readPattern(source)
    expect(reading.ok ? '' : reading.sentence).toMatch(sentence)
  })

  it('never takes long: what makes others hang is one walk over the text', () => {
    const text = `${'a'.repeat(9_000)}!`
    for (const source of ['(a+)+', '(a|a)*', '(a|aa)+', '((a*)*)*', '(.*a){20}'])
      expect(matches(source, text), source).toBe(false)
  })

  it('says the same as regular expressions do, and its example matches', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '(a|b)', '(ab|)', '-')
    const piece = fc
      .tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}'))
      .map((two) => two.join(''))
    const source = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))
    fc.assert(
      fc.property(
        source,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 8 }),
        (given, text) => {
          expect(matches(given, text)).toBe(new RegExp(`^(?:${given})$`, 'u').test(text))
          const reading = readPattern(given)
          expect(reading.ok && reading.pattern.matches(reading.pattern.example)).toBe(true)
        },
      ),
    )
  })

  it('is read or refused, never thrown at people', () => {
    fc.assert(fc.property(fc.string(), (source) => typeof readPattern(source).ok === 'boolean'))
  })
})
