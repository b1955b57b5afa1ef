import { expect, it } from 'vitest'
import { quotes, rules, sentences } from './de/index.ts'
import { sentenceReader } from './sentences.ts'

const { rule, knowsRule } = sentenceReader(sentences, { locale: 'de', quotes, rules })

it.each([
  [
    'Amount is at least 10,000 and Budget confirmed is yes',
    'Amount ist mindestens 10.000 und Budget confirmed ist ja',
  ],
  ['Close date is before March 31, 2026', 'Close date liegt vor 31. März 2026'],
  [
    'Close date is in the next 30 days and Amount is filled in',
    'Close date liegt in den nächsten 30 Tagen und Amount ist ausgefüllt',
  ],
  [
    'Close date is between 7 days ago and 7 days from today',
    'Close date liegt zwischen heute vor 7 Tagen und heute in 7 Tagen',
  ],
  [
    'Amount is between 1,000.5 and 5,000 and Risks includes any of “A and B”, “C”',
    'Amount liegt zwischen 1.000,5 und 5.000 und Risks enthält eines von „A and B“, „C“',
  ],
  [
    'Amount is more than 1 and less than 5 or Amount is empty',
    'Amount ist mehr als 1 und weniger als 5 oder Amount ist leer',
  ],
  [
    'Amount is empty and (Lead source is “Event” or Discount is 1.5)',
    'Amount ist leer und (Lead source ist „Event“ oder Discount ist 1,5)',
  ],
  [
    'not (Amount is 1 or (Amount is 2,000 and Close date is today))',
    'nicht (Amount ist 1 oder (Amount ist 2.000 und Close date ist heute))',
  ],
  ['Amount is at most (Amount × 2,000) + 1', 'Amount ist höchstens (Amount × 2.000) + 1'],
  ['Terms and conditions is yes', 'Terms and conditions ist ja'],
  ['Amount is 500, Close date is empty', 'Amount ist 500, Close date ist leer'],
  ['Score is one of 1, 2.5', 'Score ist eines von 1, 2,5'],
  ['2 days ago', 'heute vor 2 Tagen'],
  ['At least one of Risks is “Budget cut”', 'Mindestens eines von Risks ist „Budget cut“'],
])('reads %s', (english, german) => {
  expect(rule(english)).toBe(german)
})

it('says where it is no rule', () => {
  expect(rule('Nothing of the kind')).toBe('Nothing of the kind')
  expect(knowsRule('Nothing of the kind')).toBe(false)
})
