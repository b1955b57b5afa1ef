import { describe, expect, it } from 'vitest'
import { rules } from './de/index.ts'
import { sentenceReader } from './sentences.ts'

const read = sentenceReader(
  {
    '{{stage}} has no way out. Connect it to {{target}}.':
      'Aus {{stage}} führt kein Weg. Verbinden Sie sie mit {{target}}.',
    'There is another transition from {{from}} to {{to}}.':
      'Es gibt noch einen Übergang von {{from}} nach {{to}}.',
    'any open stage': 'jeder offenen Stufe',
    '{{count}} open deals are in {{stage}}.': '{{count}} offene Verkaufschancen sind in {{stage}}.',
    '1 open deals are in {{stage}}.': 'Eine offene Verkaufschance ist in {{stage}}.',
    '{{condition}}: this has to hold.': '{{condition}}: Das muss gelten.',
    '{{a}} stands beside {{b}}.': '{{a}} steht neben {{b}}.',
    'the stage {{name}}': 'der Phase {{name}}',
    '100 % (of all)': '100 % (von allen)',
  },
  { locale: 'de', quotes: ['„', '“'], rules },
)

describe('a sentence of the domain in another language', () => {
  it('keeps names and finds the shape around them', () => {
    expect(read('“Proposal” has no way out. Connect it to “Won”.')).toBe(
      'Aus „Proposal“ führt kein Weg. Verbinden Sie sie mit „Won“.',
    )
  })

  it('reads the phrase that stands for a name', () => {
    expect(read('There is another transition from any open stage to “Lost”.')).toBe(
      'Es gibt noch einen Übergang von jeder offenen Stufe nach „Lost“.',
    )
  })

  it('is not misled by what a name says', () => {
    expect(read('“A to B. and c” has no way out. Connect it to “Won and lost”.')).toBe(
      'Aus „A to B. and c“ führt kein Weg. Verbinden Sie sie mit „Won and lost“.',
    )
  })

  it('takes the more particular shape, and writes numbers as the language does', () => {
    expect(read('1 open deals are in “New”.')).toBe('Eine offene Verkaufschance ist in „New“.')
    expect(read('1,234 open deals are in “New”.')).toBe('1.234 offene Verkaufschancen sind in „New“.')
  })

  it('reads a sentence inside a sentence', () => {
    expect(read('“A” stands beside the stage “B”.')).toBe('„A“ steht neben der Phase „B“.')
  })

  it('reads a rule inside a sentence', () => {
    expect(read('Amount is at least 10,000.5 and Budget confirmed is yes: this has to hold.')).toBe(
      'Amount ist mindestens 10.000,5 und Budget confirmed ist ja: Das muss gelten.',
    )
  })

  it('shows what it does not know as it is, and says so', () => {
    expect(read('Something new.')).toBe('Something new.')
    expect(read.knows('Something new.')).toBe(false)
    expect(read.knows('100 % (of all)')).toBe(true)
  })
})
