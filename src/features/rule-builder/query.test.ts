import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thoroughness } from '../../../tests/kit/thoroughness.ts'
import { evaluateRule } from '../../domain/engine/evaluateRule.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { ruleOperators } from '../../domain/process/rule.ts'
import { comparisonIds, shapeOf } from '../../editor/comparisons.ts'
import {
  type Condition,
  type ConditionGroup,
  isGroup,
  type Join,
  joins,
  type Part,
  readQuery,
  writeQuery,
} from './query.ts'

const v = (key: string) => ({ var: key })

/** JsonLogic by the operators that rules may use, sound or not. */
const { logic: anyLogic } = fc.letrec<{ logic: Logic }>((tie) => ({
  logic: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom<Logic[]>(
        true,
        false,
        null,
        0,
        'text',
        v('amount'),
        v(''),
        { var: ['a', 1] },
        { relative_date: -7 },
      ),
      fc.json().map((text): Logic => JSON.parse(text)),
    ),
    fc
      .tuple(fc.constantFrom(...ruleOperators), fc.array(tie('logic'), { maxLength: 3 }))
      .map(([operator, args]): Logic => ({ [operator]: args })),
    fc
      .tuple(fc.constantFrom('!', '!!', 'and', 'or'), tie('logic'))
      .map(([operator, arg]): Logic => ({ [operator]: arg })),
  ),
}))

const value = fc.constantFrom<Logic[]>('EU', 7, '2026-01-31', { relative_date: 30 }, v('cost'))
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.constantFrom(...comparisonIds),
    fc.constantFrom('amount', 'region'),
    fc.array(value, { minLength: 2, maxLength: 3 }),
  )
  .map(([operator, field, given]) => {
    const values = {
      none: [],
      one: given.slice(0, 1),
      two: ['1', ...given.slice(0, 1)],
      many: given.filter((item) => typeof item !== 'object'),
      days: [14],
    }[shapeOf(operator)]
    return { id: 'c', field, operator, value: values }
  })
const { group: anyGroup } = fc.letrec<{ group: ConditionGroup }>((tie) => ({
  group: fc.record({
    id: fc.constant('g'),
    combinator: fc.constantFrom(...joins),
    rules: fc.array(fc.oneof({ maxDepth: 3, withCrossShrink: true }, condition, tie('group')), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
}))

/** What is shown, without ids and spelling. */
function shown(part: Part): unknown {
  if (!isGroup(part)) return [part.field, part.operator, part.value]
  const { combinator, rules } = part
  return { combinator, rules: rules.map(shown) }
}

const change = (query: ConditionGroup, by: (part: Part) => Part): ConditionGroup => ({
  ...query,
  rules: query.rules.map(by),
})

describe('a rule in the builder', () => {
  it('is written back exactly as it was found, whatever it is', () => {
    fc.assert(
      fc.property(anyLogic, (logic) => {
        expect(JSON.stringify(writeQuery(readQuery(logic)))).toBe(JSON.stringify(logic))
      }),
      { numRuns: 2000 * thoroughness },
    )
  })

  it('reads again as it was built', () => {
    fc.assert(
      fc.property(anyGroup, (query) => {
        expect(shown(readQuery(writeQuery(query)))).toEqual(shown(query))
      }),
      { numRuns: 1000 * thoroughness },
    )
  })

  it('shows groups in groups, and “not” as none of', () => {
    expect(
      shown(
        readQuery({
          and: [
            { '!!': [v('industry')] },
            { '!': { or: [{ '>': [v('amount'), 5] }, { '!': [{ and: [{ '==': [v('region'), 'EU'] }] }] }] } },
          ],
        }),
      ),
    ).toEqual({
      combinator: 'all',
      rules: [
        ['industry', 'filled', []],
        {
          combinator: 'none',
          rules: [['amount', 'more', [5]], { combinator: 'notAll', rules: [['region', 'is', ['EU']]] }],
        },
      ],
    })
  })

  it('keeps what it cannot say as JSON, beside what it can', () => {
    const odd: Logic = { '>': [{ '*': [v('amount'), 2] }, 100] }
    const query = readQuery({ or: [{ '==': [v('region'), 'EU'] }, odd] })
    expect(shown(query)).toEqual({
      combinator: 'any',
      rules: [
        ['region', 'is', ['EU']],
        ['', 'json', [odd]],
      ],
    })
  })

  it('changes one condition and leaves the spelling of the others', () => {
    const query = readQuery({
      and: [{ '<': [10, v('amount')] }, { '!!': v('industry') }, { '==': [v('region'), 'EU'] }],
    })
    const changed = change(query, (part) =>
      !isGroup(part) && part.field === 'region' ? { ...part, value: ['US'] } : part,
    )
    expect(writeQuery(changed)).toEqual({
      and: [{ '<': [10, v('amount')] }, { '!!': v('industry') }, { '==': [v('region'), 'US'] }],
    })
  })

  it.each<[Join, boolean, boolean]>([
    ['all', false, true],
    ['any', true, true],
    ['none', false, false],
    ['notAll', true, false],
  ])('means what it says: %s', (combinator, one, both) => {
    const rule = writeQuery({
      id: 'g',
      combinator,
      rules: [
        { id: 'a', field: 'amount', operator: 'atLeast', value: [10] },
        { id: 'b', field: 'region', operator: 'is', value: ['EU'] },
      ],
    })
    const holds = (fields: Record<string, Logic>) => {
      const result = evaluateRule(rule, { fields, now: '2026-11-21T09:00:00.000Z' })
      return result.ok ? result.holds : 'broken'
    }
    expect([holds({ amount: 10, region: 'US' }), holds({ amount: 10, region: 'EU' })]).toEqual([one, both])
  })

  it('without conditions always holds', () => {
    expect(writeQuery({ id: 'g', combinator: 'any', rules: [] })).toBe(true)
    expect(readQuery(true).rules).toEqual([])
  })

  it('nested without end is shown as JSON, not walked', () => {
    let deep: Logic = { '!!': [v('amount')] }
    for (let level = 0; level < 5_000; level += 1) deep = { and: [deep, true] }
    expect(writeQuery(readQuery(deep))).toBe(deep)
  })
})
