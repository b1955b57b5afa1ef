import { describe, expect, it } from 'vitest'
import { evaluateRule } from '../../../domain/engine/evaluateRule.ts'
import type { Logic } from '../../../domain/process/rule.ts'
import { inspectRule } from '../../../domain/process/ruleShape.ts'
import { templates } from '../../../domain/templates/index.ts'
import { comparisonKinds, readComparison, writeComparison } from './comparisons.ts'
import { readSimpleRule, writeSimpleRule } from './simpleRule.ts'

const now = '2026-11-21T09:00:00.000Z'
const holds = (logic: Logic, fields: Record<string, Logic>) => {
  const result = evaluateRule(logic, { fields, now })
  return result.ok ? result.holds : 'broken'
}

describe('comparisons', () => {
  it.each(comparisonKinds.map((kind) => [kind.id, kind] as const))(
    'writes “%s” so that it reads the same again',
    (id, kind) => {
      const values = { none: [], one: ['a'], two: [1, 2], many: ['a', 'b'] }[kind.values]
      const comparison = { key: 'amount', id, values }
      const logic = writeComparison(comparison)
      expect(readComparison(logic)).toEqual(comparison)
      expect(inspectRule(logic).problems).toEqual([])
    },
  )

  it('reads a single argument with or without its list', () => {
    expect(readComparison({ '!!': { var: 'industry' } })).toEqual({
      key: 'industry',
      id: 'filled',
      values: [],
    })
    expect(readComparison({ '!': [{ in: [{ var: ['region'] }, ['EU']] }] })).toEqual({
      key: 'region',
      id: 'notOneOf',
      values: ['EU'],
    })
  })

  it('reads a day counted from today as a value', () => {
    const logic: Logic = { '<=': [{ var: 'close_date' }, { relative_date: 30 }] }
    expect(readComparison(logic)?.values).toEqual([{ relative_date: 30 }])
  })

  it.each<[string, Logic]>([
    ['two fields', { '>': [{ var: 'amount' }, { var: 'seats' }] }],
    ['a calculation', { '>': [{ '*': [{ var: 'amount' }, 2] }, 100] }],
    ['the value first', { '<': [10, { var: 'amount' }] }],
    ['a quantifier', { some: [{ var: 'products' }, { '==': [{ var: '' }, 'core'] }] }],
    ['a fallback', { '==': [{ var: ['amount', 0] }, 1] }],
    ['three operands', { '<': [1, { var: 'amount' }, 3] }],
    ['no object', 'amount'],
    ['a broken one', { '==': [{ var: 'amount' }] }],
  ])('leaves %s to the expert', (_, logic) => {
    expect(readComparison(logic)).toBeNull()
  })
})

describe('simple rules', () => {
  it('evaluates as it reads', () => {
    const logic = writeSimpleRule({
      join: 'any',
      parts: [
        { key: 'amount', id: 'atLeast', values: [10_000] } as const,
        { key: 'region', id: 'oneOf', values: ['EU', 'UK'] } as const,
      ].map((comparison) => ({ comparison, logic: writeComparison(comparison) })),
    })
    expect(holds(logic, { amount: 12_000, region: 'US' })).toBe(true)
    expect(holds(logic, { amount: 1, region: 'UK' })).toBe(true)
    expect(holds(logic, { amount: 1, region: 'US' })).toBe(false)
  })

  it('keeps what it can read exactly as it was written', () => {
    const logic: Logic = { or: [{ '!!': { var: 'industry' } }, { '==': [{ var: ['seats'] }, 3] }] }
    const rule = readSimpleRule(logic)
    expect(rule && writeSimpleRule(rule)).toEqual(logic)
  })

  it('does not read groups inside groups', () => {
    expect(readSimpleRule({ and: [{ or: [{ '!!': [{ var: 'a' }] }] }] })).toBeNull()
  })

  it('reads every rule of the templates, and writes it back unchanged', () => {
    const rules = templates.flatMap(({ build }) => {
      const document = build(ids())
      return Object.values(document.stages).flatMap((stage) =>
        stage.validationRules.map(({ check }) => check),
      )
    })
    expect(rules.length).toBeGreaterThan(0)
    for (const logic of rules) {
      const rule = readSimpleRule(logic)
      if (rule) expect(writeSimpleRule(rule)).toEqual(logic)
    }
  })
})

function ids(): () => string {
  let count = 0
  return () => `id-${++count}`
}
