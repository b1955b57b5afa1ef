import { describe, expect, it } from 'vitest'
import type { Logic } from '../domain/process/rule.ts'
import { inspectRule } from '../domain/process/ruleShape.ts'
import { comparisonIds, readComparison, shapeOf, writeComparison } from './comparisons.ts'

const v = (key: string) => ({ var: key })

describe('comparisons', () => {
  it.each(comparisonIds)('writes “%s” so that it reads the same again', (id) => {
    const values = { none: [], one: ['a'], two: [1, 2], many: ['a', 'b'], days: [14] }[shapeOf(id)]
    const comparison = { key: 'amount', id, values }
    const logic = writeComparison(comparison)
    expect(readComparison(logic)).toEqual(comparison)
    expect(inspectRule(logic).problems).toEqual([])
  })

  it.each<[string, Logic, ReturnType<typeof readComparison>]>([
    [
      'a single argument without its list',
      { '!!': v('industry') },
      { key: 'industry', id: 'filled', values: [] },
    ],
    [
      'a field named in a list',
      { '!': [{ in: [{ var: ['region'] }, ['EU']] }] },
      { key: 'region', id: 'notOneOf', values: ['EU'] },
    ],
    [
      'days counted from today',
      { '<=': [v('close_date'), { relative_date: 30 }] },
      { key: 'close_date', id: 'atMost', values: [{ relative_date: 30 }] },
    ],
    [
      'the next days as such',
      { between: [v('close_date'), { relative_date: 0 }, { relative_date: 30 }] },
      { key: 'close_date', id: 'inNext', values: [30] },
    ],
    [
      'another field as the value',
      { '>': [v('amount'), v('cost')] },
      { key: 'amount', id: 'more', values: [v('cost')] },
    ],
    ['the value first', { '<': [10, v('amount')] }, { key: 'amount', id: 'more', values: [10] }],
    [
      'items of a list',
      { some: [v('products'), { '==': [{ var: '' }, 'core'] }] },
      { key: 'products', id: 'containsAny', values: ['core'] },
    ],
  ])('reads %s', (_, logic, comparison) => {
    expect(readComparison(logic)).toEqual(comparison)
  })

  it.each<[string, Logic]>([
    ['a calculation', { '>': [{ '*': [v('amount'), 2] }, 100] }],
    ['a fallback', { '==': [{ var: ['amount', 0] }, 1] }],
    ['three operands', { '<': [1, v('amount'), 3] }],
    ['no object', 'amount'],
    ['a broken one', { '==': [v('amount')] }],
    ['two negations', { '!': [{ '!': [v('amount')] }] }],
    ['a comparison of two values', { '==': [1, 1] }],
    ['a question of items that is no list', { some: [v('products'), { starts_with: [{ var: '' }, 'c'] }] }],
  ])('leaves %s alone', (_, logic) => {
    expect(readComparison(logic)).toBeNull()
  })
})
