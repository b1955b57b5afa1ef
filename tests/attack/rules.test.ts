/**
 * P28: rules that people write cannot burn the processor or reach code. 10,000 rules drawn at random, hostile ones by
 * name, and fields built to be slow: work is counted in steps, and no way to make code of text is left to be called.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { evaluateRule } from '../../src/domain/engine/evaluateRule.ts'
import { type Logic, ruleLimits, ruleOperators } from '../../src/domain/process/rule.ts'
import { inspectRule } from '../../src/domain/process/ruleShape.ts'
import { thoroughness } from '../kit/thoroughness.ts'

const now = '2026-11-21T08:00:00Z'

/** Counts every look at a field: what grows with the work and stands still with the weather. */
function watched(fields: Readonly<Record<string, Logic>>): {
  fields: Record<string, Logic>
  steps: () => number
} {
  let steps = 0
  const counted = new Proxy(
    { ...fields },
    {
      getOwnPropertyDescriptor: (target, key) => {
        steps += 1
        return Reflect.getOwnPropertyDescriptor(target, key)
      },
    },
  )
  return { fields: counted, steps: () => steps }
}

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'a'.repeat(5_000),
    '2026-01-31',
    'constructor',
    '__proto__',
    'process.exit()',
    '(a+)+$',
  ),
)
const leaf: fc.Arbitrary<Logic> = fc.oneof(
  text,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc
    .constantFrom('amount', 'name', 'tags', 'constructor', '__proto__', 'toString', '')
    .map((key) => ({ var: key })),
)
const operator = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<string[]>(...ruleOperators) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('eval', 'map', 'reduce', 'method', 'try', 'log', 'preserve', 'constructor'),
  },
)
const compared = fc.tuple(
  fc.constantFrom('==', '!=', '<', '<=', '>', '>=', 'in', 'starts_with', 'ends_with', 'matches'),
  fc.constantFrom('amount', 'name', 'tags').map((key): Logic => ({ var: key })),
  fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true })),
)
const { rule, sound } = fc.letrec<{ rule: Logic; sound: Logic }>((tie) => ({
  sound: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'sound' },
    compared.map(([name, field, value]): Logic => Object.fromEntries([[name, [field, value]]])),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('sound'), { minLength: 1, maxLength: 4 }))
      .map(([name, args]): Logic => Object.fromEntries([[name, args]])),
    fc
      .tuple(fc.constantFrom('some', 'all', 'none'), text)
      .map(
        ([name, part]): Logic =>
          Object.fromEntries([[name, [{ var: 'tags' }, { '==': [{ var: '' }, part] }]]]),
      ),
  ),
  rule: fc.oneof(
    { maxDepth: 9, depthIdentifier: 'rule' },
    leaf,
    fc
      .tuple(operator, fc.array(tie('rule'), { maxLength: 5, depthIdentifier: 'rule' }))
      .map(([name, args]): Logic => Object.fromEntries([[name, args]])),
  ),
}))

const deal = fc.record({
  amount: fc.oneof(fc.double(), text, fc.constant(null)),
  name: text,
  tags: fc.array(text, { maxLength: 50 }),
})

const refuseCode = (): never => {
  throw new Error('A rule tried to make code of text.')
}

describe('rules that people write', () => {
  beforeEach(() => {
    vi.stubGlobal('eval', refuseCode)
    vi.stubGlobal('Function', refuseCode)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('are answered in 10,000 steps at most, make no code, and change nothing', () => {
    const answered = { yes: 0, no: 0, refused: 0 }
    const longest = { steps: 0, milliseconds: 0 }
    fc.assert(
      fc.property(fc.oneof(rule, sound), deal, (logic, fields) => {
        const { fields: counted, steps } = watched(fields)
        const before = JSON.stringify(fields)
        const began = performance.now()
        const result = evaluateRule(logic, { fields: counted, now })
        longest.milliseconds = Math.max(longest.milliseconds, performance.now() - began)
        longest.steps = Math.max(longest.steps, steps())
        expect(steps()).toBeLessThanOrEqual(10_000)
        expect(result.ok).toBe(inspectRule(logic).problems.length === 0)
        if (result.ok) expect(typeof result.holds).toBe('boolean')
        answered[result.ok ? (result.holds ? 'yes' : 'no') : 'refused'] += 1
        expect(JSON.stringify(fields)).toBe(before)
        expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(12)
      }),
      { numRuns: 10_000 * thoroughness, seed: 28 },
    )
    process.stdout.write(
      `the dearest rule: ${longest.steps} looks at a field; the slowest ${longest.milliseconds.toFixed(1)} ms\n`,
    )
    // Each kind of answer was really tried.
    expect(Math.min(answered.yes, answered.no, answered.refused)).toBeGreaterThan(500)
  })

  it('refuses to nest lists inside lists: the work is the list times the rule, never its square', () => {
    const over = (list: Logic, test: Logic): Logic => ({ some: [list, test] })
    const square = over({ var: 'tags' }, over({ var: 'tags' }, { '==': [{ var: '' }, 'x'] }))
    const costOf = (length: number) => {
      const { fields, steps } = watched({ tags: Array.from({ length }, (_, index) => `t${index}`) })
      evaluateRule(square, { fields, now })
      return steps()
    }
    expect(costOf(2_000)).toBeLessThanOrEqual(10_000)
    expect(inspectRule(square).problems).not.toEqual([])
  })

  it('takes eight levels and two hundred parts, and not one more', () => {
    const deep = (levels: number): Logic =>
      levels === 2 ? { '==': [{ var: 'amount' }, 1] } : { and: [deep(levels - 1)] }
    const wide = (comparisons: number): Logic => ({
      or: Array.from({ length: comparisons }, () => ({ '==': [{ var: 'amount' }, 1] })),
    })
    const isTaken = (logic: Logic) => evaluateRule(logic, { fields: { amount: 1 }, now }).ok
    expect([deep(8), deep(9), wide(66), wide(67)].map(isTaken)).toEqual([true, false, true, false])
  })

  it('takes as many steps as the rule has fields, however the fields are filled', () => {
    const wide: Logic = { or: Array.from({ length: 60 }, () => ({ '==': [{ var: 'amount' }, 'x'] })) }
    const costOf = (amount: Logic) => {
      const { fields, steps } = watched({ amount })
      evaluateRule(wide, { fields, now })
      return steps()
    }
    expect(costOf('x'.repeat(1_000_000))).toBe(costOf('y'))
    expect(costOf('y')).toBeLessThanOrEqual(10 * ruleLimits.nodes)
  })

  it.each([
    ['a pattern that blocks other engines', { match: [{ var: 'name' }, '^(a+)+$'] }],
    ['a method of a text', { method: [{ var: 'name' }, 'repeat', [1e9]] }],
    ['code in a text', { eval: ['process.exit()'] }],
    ['the prototype', { '==': [{ __proto__: [1] }, 1] }],
    ['a loop', { reduce: [{ var: 'tags' }, { '+': [1, 2] }, 0] }],
    ['eight thousand levels', JSON.parse(`${'{"!":['.repeat(8_000)}true${']}'.repeat(8_000)}`)],
    ['a million parts', { or: new Array(1_000_000).fill(true) }],
  ])('refuses %s', (_name, logic) => {
    const result = evaluateRule(logic, { fields: { name: `${'a'.repeat(40)}!`, tags: ['a'] }, now })
    expect(result).toMatchObject({ ok: false })
  })

  it('finds no field of the machine under names that every object has', () => {
    for (const key of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const logic: Logic = { '==': [{ var: key }, null] }
      expect(evaluateRule(logic, { fields: {}, now })).toMatchObject({ ok: true, holds: true })
    }
  })
})
