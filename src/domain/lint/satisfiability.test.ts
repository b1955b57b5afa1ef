import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Logic } from '../process/rule.ts'
import { truthOf } from './satisfiability.ts'

const amount = { var: 'amount' }
const close = { var: 'close_date' }

describe('a rule', () => {
  it.each<[string, Logic]>([
    ['two ranges without overlap', { and: [{ '>': [amount, 10] }, { '<': [amount, 5] }] }],
    ['touching open ends', { and: [{ '>': [amount, 5] }, { '<=': [amount, 5] }] }],
    [
      'two values at once',
      { and: [{ '==': [{ var: 'region' }, 'EU'] }, { '==': [{ var: 'region' }, 'US'] }] },
    ],
    [
      'a value outside the list',
      { and: [{ in: [{ var: 'region' }, ['EU', 'US']] }, { '==': ['APAC', { var: 'region' }] }] },
    ],
    ['an empty list', { in: [{ var: 'region' }, []] }],
    ['a range upside down', { between: [amount, 10, 5] }],
    ['dates without overlap', { and: [{ '>': [close, '2026-06-01'] }, { '<': [close, '2026-01-31'] }] }],
    [
      'days without overlap',
      { and: [{ '<': [close, { relative_date: 7 }] }, { '>': [close, { relative_date: 30 }] }] },
    ],
    ['a field less than itself', { '<': [amount, amount] }],
    ['fixed values', { '==': [1, 2] }],
    ['yes and no', { and: [{ var: 'approved' }, { '!': { var: 'approved' } }] }],
    [
      'nested groups',
      { and: [{ or: [{ '<': [amount, 1] }, { '>': [amount, 9] }] }, { and: [{ between: [amount, 2, 8] }] }] },
    ],
    [
      'an impossible part beside an unknown one',
      { and: [{ in: ['a', { var: 'products' }] }, { '<': [amount, 1] }, { '>': [amount, 2] }] },
    ],
  ])('never holds: %s', (_, logic) => expect(truthOf([logic])).toBe('never'))

  it.each<[string, Logic]>([
    ['yes', true],
    ['both sides of a value', { or: [{ '<': [amount, 5] }, { '>=': [amount, 5] }] }],
    ['not an impossible one', { '!': { and: [{ '>': [amount, 10] }, { '<': [amount, 5] }] } }],
    [
      'anything but two values',
      { or: [{ '!=': [{ var: 'region' }, 'EU'] }, { '!=': [{ var: 'region' }, 'US'] }] },
    ],
    ['a field at least itself', { '>=': [amount, amount] }],
  ])('always holds: %s', (_, logic) => expect(truthOf([logic])).toBe('always'))

  it.each<[string, Logic]>([
    ['one comparison', { '>=': [amount, 10_000] }],
    ['a gap of one value', { or: [{ '<': [amount, 5] }, { '>': [amount, 5] }] }],
    ['two fields', { and: [{ '>': [amount, 10] }, { '<': [{ var: 'seats' }, 5] }] }],
    ['either of two fields', { or: [{ '<': [amount, 5] }, { '>=': [{ var: 'seats' }, 5] }] }],
    ['an unknown part', { or: [{ in: ['a', { var: 'products' }] }, { '<': [amount, 5] }] }],
    ['not several fields', { '!': { and: [{ '>': [amount, 10] }, { '<': [{ var: 'seats' }, 5] }] } }],
    [
      'days and dates do not mix',
      { and: [{ '<': [close, '2026-01-01'] }, { '>': [close, { relative_date: 1 }] }] },
    ],
  ])('sometimes holds: %s', (_, logic) => expect(truthOf([logic])).toBe('sometimes'))

  it('is looked at together with the others of its list', () => {
    expect(truthOf([{ '>': [amount, 10] }, { '<': [amount, 5] }])).toBe('never')
    expect(truthOf([{ '>': [amount, 10] }, { '<': [amount, 50] }])).toBe('sometimes')
  })
})

describe('what is decided', () => {
  const leaf = fc
    .record({
      operator: fc.constantFrom('==', '!=', '<', '<=', '>', '>='),
      value: fc.integer({ min: 0, max: 4 }),
      mirrored: fc.boolean(),
    })
    .map(
      ({ operator, value, mirrored }): Logic => ({
        [operator]: mirrored ? [value, amount] : [amount, value],
      }),
    )
  const rule = fc.letrec<{ any: Logic }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((parts): Logic => ({ and: parts })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((parts): Logic => ({ or: parts })),
      tie('any').map((part): Logic => ({ '!': part })),
    ),
  })).any

  /** One field: then the answer is exact, so trying every value and the gaps between must agree. */
  it('agrees with trying every value', () => {
    fc.assert(
      fc.property(rule, (logic) => {
        const outcomes = [-1, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5].map((value) => holds(logic, value))
        const expected = outcomes.every(Boolean) ? 'always' : outcomes.some(Boolean) ? 'sometimes' : 'never'
        expect(truthOf([logic])).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})

function holds(logic: Logic, amountIs: number): boolean {
  const [entry] = Object.entries(logic as Record<string, Logic[] | Logic>)
  if (!entry) return false
  const [operator, given] = entry
  const args = Array.isArray(given) ? given : [given]
  if (operator === 'and') return args.every((arg) => holds(arg, amountIs))
  if (operator === 'or') return args.some((arg) => holds(arg, amountIs))
  if (operator === '!') return !holds(args[0] ?? null, amountIs)
  const [a = 0, b = 0] = args.map((arg) => (typeof arg === 'number' ? arg : amountIs))
  switch (operator) {
    case '==':
      return a === b
    case '!=':
      return a !== b
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    default:
      return a >= b
  }
}
