import { describe, expect, it } from 'vitest'
import { inspectRule } from './ruleShape.ts'

const field = (key: string) => ({ var: key })

describe('the shape of a rule', () => {
  it('collects fields once and comparisons with their operands', () => {
    const shape = inspectRule({
      and: [{ '>=': [field('amount'), 10_000] }, { '<': [field('amount'), { '*': [field('budget'), 2] }] }],
    })
    expect(shape.problems).toEqual([])
    expect(shape.fields).toEqual(['amount', 'budget'])
    expect(shape.comparisons[0]).toEqual({
      path: '/and/0/>=',
      operator: '>=',
      operands: [
        { kind: 'field', key: 'amount' },
        { kind: 'literal', value: 10_000 },
      ],
    })
    expect(shape.comparisons[1]?.operands[1]).toEqual({ kind: 'computed', type: 'number' })
  })

  it('takes a single argument without a list', () => {
    expect(inspectRule({ '!!': field('budget_confirmed') }).problems).toEqual([])
    expect(inspectRule({ '<=': [field('close_date'), { relative_date: 30 }] }).problems).toEqual([])
  })

  it('names the item inside some, all and none', () => {
    const shape = inspectRule({ some: [field('products'), { '==': [{ var: '' }, 'support'] }] })
    expect(shape.problems).toEqual([])
    expect(shape.fields).toEqual(['products'])
    expect(shape.comparisons[1]?.operands[0]).toEqual({ kind: 'element', of: 'products' })
  })

  it.each([
    ['nothing', null, '', 'The rule is not a condition. Compare a field with a value.'],
    ['a word', 'amount > 3', '', 'The rule is not a condition. Compare a field with a value.'],
    ['a sum', { '+': [1, 2] }, '', 'The rule gives a value, not a yes or no. Compare it with another value.'],
    ['an empty object', {}, '', 'A condition is empty. Choose a field, an operator and a value.'],
    [
      'two operators',
      { '==': [1, 1], '<': [1, 2] },
      '',
      'One operator at a time: “==”, “<” stand side by side.',
    ],
    ['too few values', { '==': [field('a')] }, '/==', '“==” needs 2 values, but has 1.'],
    ['no field', { '!!': [{ var: '' }] }, '/!!/0/var', 'A field has to be named by its key. Pick a field.'],
    [
      'a division sign in the path',
      { '==': [{ '/': [1] }, 2] },
      '/==/0/~1',
      '“/” needs 2 values, but has 1.',
    ],
  ])('refuses %s', (_, logic, path, sentence) => {
    expect(inspectRule(logic).problems).toEqual([{ path, sentence }])
  })

  it.each(['eval', 'map', 'method', '__proto__', 'constructor', 'log', 'throw', 'try'])(
    'does not know “%s”',
    (name) => {
      const logic = JSON.parse(`{${JSON.stringify(name)}: [1]}`)
      expect(inspectRule(logic).problems[0]?.sentence).toMatch(`Unknown operator “${name}”`)
    },
  )

  it('stops at the limits, whatever was sent', () => {
    let deep: Parameters<typeof inspectRule>[0] = { '!!': field('a') }
    for (let level = 0; level < 5_000; level += 1) deep = { '!': [deep] }
    expect(inspectRule(deep).problems.map((problem) => problem.sentence)).toEqual([
      'The rule is nested more than 8 levels deep. Make it flatter.',
    ])
    const wide = { or: Array.from({ length: 100_000 }, () => ({ '==': [field('a'), 1] })) }
    expect(inspectRule(wide).problems.map((problem) => problem.sentence)).toEqual([
      'The rule has more than 200 parts. Split it into several rules.',
    ])
  })

  it('answers the same shape for the same rule', () => {
    const rule = { '!!': field('a') }
    expect(inspectRule(rule)).toBe(inspectRule(rule))
  })
})
