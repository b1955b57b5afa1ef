import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Logic } from '../process/rule.ts'
import { evaluateRule, failingLeaves } from './evaluateRule.ts'
import { ruleSentence } from './ruleSentence.ts'

const now = '2026-03-10T09:00:00Z'
const holds = (logic: Logic, fields: Record<string, Logic> = {}) => {
  const result = evaluateRule(logic, { fields, now })
  return result.ok ? result.holds : result.problems[0]?.sentence
}
const v = (key: string) => ({ var: key })

describe('a rule', () => {
  it.each<[string, Logic, Record<string, Logic>, boolean]>([
    ['equal numbers', { '==': [v('a'), 1] }, { a: 1 }, true],
    ['a text is no number', { '==': [v('a'), 1] }, { a: '1' }, false],
    ['yes is not 1', { '==': [v('a'), 1] }, { a: true }, false],
    ['nothing is not 0', { '==': [v('a'), 0] }, {}, false],
    ['nothing is nothing', { '==': [v('a'), null] }, {}, true],
    ['different', { '!=': [v('a'), 'x'] }, {}, true],
    ['at least', { '>=': [v('a'), 10] }, { a: 10 }, true],
    ['nothing is not less', { '<': [v('a'), 10] }, {}, false],
    ['a text is not more than a number', { '>': [v('a'), 1] }, { a: '5' }, false],
    ['between, ends included', { between: [v('a'), 1, 5] }, { a: 5 }, true],
    ['between three by <', { '<': [1, v('a'), 5] }, { a: 5 }, false],
    ['a day by day', { '<=': [v('d'), '2026-03-10'] }, { d: '2026-03-10T23:00:00Z' }, true],
    [
      'a moment by moment',
      { '<': [v('d'), '2026-03-10T10:00:00Z'] },
      { d: '2026-03-10T11:30:00+02:00' },
      true,
    ],
    ['a date is not a word', { '<': [v('d'), 'soon'] }, { d: '2026-03-10' }, false],
    ['within 30 days', { '<=': [v('d'), { relative_date: 30 }] }, { d: '2026-04-09' }, true],
    ['31 days are too many', { '<=': [v('d'), { relative_date: 30 }] }, { d: '2026-04-10' }, false],
    ['one of', { in: [v('a'), ['x', 'y']] }, { a: 'y' }, true],
    ['a list that includes', { in: ['x', v('a')] }, { a: ['x', 'z'] }, true],
    ['part of a text', { in: ['gold', v('a')] }, { a: 'marigold' }, true],
    ['an empty text is in nothing', { in: ['', v('a')] }, { a: 'x' }, false],
    ['matches a pattern', { matches: [v('a'), '[A-Z]{2}-\\d+'] }, { a: 'EU-12' }, true],
    ['matches a pattern as a whole', { matches: [v('a'), 'EU'] }, { a: 'EU-12' }, false],
    ['starts with', { starts_with: [v('a'), 'EU'] }, { a: 'EU-12' }, true],
    ['ends with', { ends_with: [v('a'), '12'] }, { a: 'EU-12' }, true],
    ['a list is filled', { '!!': [v('a')] }, { a: ['', 'x'] }, true],
    ['an empty list is not', { '!!': v('a') }, { a: [] }, false],
    ['some', { some: [v('a'), { '==': [{ var: '' }, 'x'] }] }, { a: ['y', 'x'] }, true],
    ['all of nothing is no', { all: [v('a'), { '==': [{ var: '' }, 'x'] }] }, {}, false],
    ['none of nothing is yes', { none: [v('a'), { '==': [{ var: '' }, 'x'] }] }, {}, true],
    ['sums', { '>': [{ '+': [v('a'), v('b'), 1] }, 5] }, { a: 2, b: 3 }, true],
    ['an empty field makes no sum', { '>=': [{ '+': [v('a'), 10] }, 1] }, {}, false],
    ['nothing is divided by 0', { '==': [{ '/': [1, v('a')] }, null] }, { a: 0 }, true],
    ['minus', { '==': [{ '-': [v('a')] }, -3] }, { a: 3 }, true],
    ['a default', { '==': [{ var: ['a', 7] }, 7] }, {}, true],
    ['always', true, {}, true],
  ])('%s', (_, logic, fields, expected) => {
    expect(holds(logic, fields)).toBe(expected)
  })

  it('does not see what a field inherits', () => {
    expect(holds({ '!!': [v('constructor')] })).toBe(false)
    expect(holds({ '!!': [v('__proto__')] })).toBe(false)
    expect(holds({ '!!': [v('a.length')] }, { a: 'x' })).toBe(false)
  })

  it('names only the fields that are there, by their whole key', () => {
    expect(holds({ '==': [v('a.b'), 1] }, { 'a.b': 1 })).toBe(true)
  })

  it.each(['method', 'map', 'reduce', 'if', 'val', 'get', 'each', 'throw'])('refuses “%s” unread', (name) => {
    expect(holds({ [name]: [1] })).toMatch(/^Unknown operator/)
  })

  it('is not run when it is too deep or too large', () => {
    let deep: Logic = { '!!': [v('a')] }
    for (let i = 0; i < 50; i += 1) deep = { '!': [deep] }
    expect(holds(deep)).toMatch(/nested more than 8 levels/)
    expect(holds({ or: Array.from({ length: 300 }, () => ({ '==': [v('a'), 1] })) })).toMatch(
      /more than 200 parts/,
    )
  })
})

describe('the tree of a rule', () => {
  const logic: Logic = {
    and: [
      { '>=': [v('amount'), 10_000] },
      { or: [{ '==': [v('budget'), true] }, { '!!': [v('sponsor')] }] },
      { '!': [{ '==': [v('stage'), 'old'] }] },
    ],
  }
  const failing = (fields: Record<string, Logic>) => {
    const result = evaluateRule(logic, { fields, now })
    return result.ok ? failingLeaves(result.trace).map(({ path, values }) => ({ path, values })) : []
  }

  it('names every leaf that does not hold, with its value', () => {
    expect(failing({ amount: 500, stage: 'new' })).toEqual([
      { path: '/and/0', values: { amount: 500 } },
      { path: '/and/1/or/0', values: { budget: null } },
      { path: '/and/1/or/1', values: { sponsor: null } },
    ])
  })

  it('keeps a “not” whole', () => {
    expect(failing({ amount: 10_000, budget: true, stage: 'old' })).toEqual([
      { path: '/and/2', values: { stage: 'old' } },
    ])
  })

  it('names nothing where the rule holds', () => {
    expect(failing({ amount: 10_000, sponsor: 'Ana', stage: 'new' })).toEqual([])
  })
})

describe('whatever was stored as a rule', () => {
  const names = fc.constantFrom(
    'var',
    'and',
    'or',
    '!',
    '==',
    '<',
    'in',
    'some',
    'between',
    'relative_date',
    '+',
    '/',
    'eval',
  )
  const anyRule = fc.letrec<{ rule: Logic }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(
        fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Logic),
        fc.constantFrom('a', 'b', 1, true, ''),
      ),
      fc
        .tuple(names, fc.array(tie('rule'), { maxLength: 3 }))
        .map(([name, args]): Logic => ({ [name]: args })),
    ),
  })).rule

  it('is evaluated or refused, never thrown at people, and read back as a sentence', () => {
    fc.assert(
      fc.property(anyRule, fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue()), (rule, fields) => {
        const values: Record<string, Logic> = JSON.parse(JSON.stringify(fields))
        const result = evaluateRule(rule, { fields: values, now })
        if (result.ok) expect(failingLeaves(result.trace).length === 0).toBe(result.holds)
        else expect(result.problems.length).toBeGreaterThan(0)
        expect(ruleSentence(rule, {}).length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })
})
